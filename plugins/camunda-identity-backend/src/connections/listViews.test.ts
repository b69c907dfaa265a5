import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('views of lists on %s', id => {
  let knex: Knex;
  let portals: Portal[];
  let issuers: Issuers;

  beforeEach(async () => {
    knex = await databases.init(id);
    issuers = await startIssuers();
    const config = {
      secrets: {
        keys: [{ id: 'k', value: Buffer.alloc(32, 1).toString('base64') }],
      },
    };
    // Two replicas: each must see the other's changes.
    portals = [
      await startPortal({ knex, config }),
      await startPortal({ knex, config }),
    ];
  });
  afterEach(async () => {
    for (const portal of portals) await portal.stop();
    await issuers.stop();
    await knex.destroy();
  });

  it('match the record after any change, for owners and others', async () => {
    const [one, two] = portals;
    const { body } = await one.guest.post(
      '/connections',
      newRecord({ provider: { type: 'GENERIC', issuer: issuers.url('a') } }),
    );
    const path = `/connections/${body.id}`;
    const secret = `${path}/clients/zeebe/secret`;
    const soon = '2026-12-24T00:00:00.000Z';
    const seen = new Set<string>();
    const compare = async (what: string) => {
      for (const { guest, oskar } of portals)
        for (const who of [guest, oskar]) {
          const list = await who.get('/connections?count=true');
          const read = await who.get(path);
          expect({ what, view: list.body.items[0] }).toEqual({
            what,
            view: read.body,
          });
          expect(list.body.totalItems).toBe(1);
        }
      seen.add(JSON.stringify((await one.guest.get(path)).body));
    };
    await compare('created');
    const steps: Array<[string, () => PromiseLike<{ status: number }>]> = [
      ['edited', () => one.guest.patch(path, '*', { title: 'T' })],
      ['checked', () => two.guest.post(`${path}/checks`)],
      ['checked again', () => one.guest.post(`${path}/checks`)],
      ['secret', () => two.guest.put(secret, { value: 's3cret-1' })],
      [
        'next secret',
        () =>
          one.guest.put(secret, {
            value: 's3cret-2',
            slot: 'next',
            expiresAt: soon,
          }),
      ],
      ['promoted', () => two.guest.post(`${secret}/promote`)],
      ['secret deleted', () => one.guest.delete(secret)],
      ['claim set', () => two.guest.post(`${path}/initial-claim/set`)],
      [
        'claim changed',
        () =>
          one.guest.post(`${path}/initial-claim/changes`, {
            name: 'email',
            value: 'ada@example.com',
            changedInDatabase: true,
            reason: 'r',
          }),
      ],
    ];
    for (const [what, step] of steps) {
      expect((await step()).status).toBeLessThan(300);
      await compare(what);
    }
    // Without its secret the record is as it was before.
    expect(seen.size).toBe(steps.length);
    const others = await one.oskar.get('/connections');
    expect(others.text).not.toContain('ada@example.com');
    await two.guest.delete(path, '*');
    expect((await one.guest.get('/connections')).body).toEqual({ items: [] });
  });
});
