import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
const CODE = 'record.initial-claim-set-before';

describe.each(databases.eachSupportedId())('a deleted claim on %s', id => {
  let knex: Knex;
  let portal: Portal;

  beforeEach(async () => {
    knex = await databases.init(id);
    portal = await startPortal({ knex });
  });
  afterEach(async () => {
    await portal.stop();
    await knex.destroy();
  });

  const create = async (change: object = {}) =>
    (await portal.guest.post('/connections', newRecord(change as never))).body;
  const remove = async ({ id: key }: { id: string }) =>
    expect((await portal.guest.delete(`/connections/${key}`, '*')).status).toBe(
      204,
    );
  const warning = ({ clients }: any) =>
    clients
      .find(({ key }: any) => key === 'identity')
      .notes.find(({ code }: any) => code === CODE);
  const identity = (url: string) => ({
    components: {
      identity: { ...newRecord().components.identity, url },
    },
  });

  it('is remembered for the next record with that name or Identity URL', async () => {
    const first = await create({
      initialClaim: { value: 'claim-one', state: 'set' },
    });
    await remove(first);
    const sameName = await create(identity('https://other.example.com'));
    expect(warning(sameName).text).toMatch(
      /was deleted .*new database only.* That was on \d{4}-/,
    );
    // It is also a finding until it is resolved.
    const path = `/connections/${sameName.id}`;
    const found = async () =>
      (await portal.guest.post(`${path}/checks`)).body.findings.filter(
        ({ code }: any) => code === CODE,
      );
    expect(await found()).toEqual([
      expect.objectContaining({ result: 'warn', subject: { kind: 'record' } }),
    ]);
    const sameUrl = await create({
      name: 'renamed',
      ...identity('https://Identity.Payments.example.com:443/'),
    });
    expect(warning(sameUrl)).toBeDefined();
    const neither = await create({
      name: 'fresh',
      ...identity('https://fresh.example.com'),
    });
    expect(warning(neither)).toBeUndefined();
    // Recording that Camunda has started with the new claim removes the warning.
    await remove(sameName);
    const again = await create({
      initialClaim: { value: 'claim-two', state: 'set' },
    });
    expect(warning(again)).toBeUndefined();
    // A record with the warning passes it on when deleted.
    await remove(again);
    await remove(sameUrl);
    expect(warning(await create())).toBeDefined();
    expect(JSON.stringify(await knex('deleted_claims'))).not.toMatch(
      /claim-one|claim-two|oid/,
    );
  });

  it('is not remembered if it was never set', async () => {
    await remove(await create());
    expect(warning(await create())).toBeUndefined();
  });

  it('is forgotten when the database is recreated or the new claim is set', async () => {
    const first = await create();
    await portal.guest.post(`/connections/${first.id}/initial-claim/set`);
    await remove(first);
    const second = await create();
    expect(warning(second)).toBeDefined();
    const patched = await portal.guest.patch(
      `/connections/${second.id}`,
      second.etag,
      { title: 'T' },
    );
    expect(warning(patched.body)).toBeDefined();
    const reset = await portal.guest.post(
      `/connections/${second.id}/initial-claim/reset`,
      { databaseRecreated: true, reason: 'new cluster' },
    );
    expect(warning(reset.body)).toBeUndefined();
    await remove(second);
    const third = await create();
    expect(warning(third)).toBeUndefined();
    const set = await portal.guest.post(
      `/connections/${third.id}/initial-claim/set`,
    );
    await remove(set.body);
    const fourth = await create();
    expect(warning(fourth)).toBeDefined();
    const settled = await portal.guest.post(
      `/connections/${fourth.id}/initial-claim/set`,
    );
    expect(warning(settled.body)).toBeUndefined();
  });

  it('is remembered for a record that is edited to describe that installation', async () => {
    const first = await create({
      initialClaim: { value: 'claim-one', state: 'set' },
    });
    await remove(first);
    const other = await create({
      name: 'other',
      ...identity('https://other.example.com'),
    });
    expect(warning(other)).toBeUndefined();
    const moved = await portal.guest.patch(
      `/connections/${other.id}`,
      other.etag,
      identity('https://identity.payments.example.com'),
    );
    expect(warning(moved.body)).toBeDefined();
    const another = await create({
      name: 'another',
      ...identity('https://another.example.com'),
    });
    const renamed = await portal.guest.patch(
      `/connections/${another.id}`,
      another.etag,
      { name: 'payments-prod' },
    );
    expect(warning(renamed.body)).toBeDefined();
  });

  it('is not forgotten when another team names the same address, and its name is not revealed', async () => {
    const orders = {
      name: 'orders-secret-name',
      entityRef: 'system:default/orders-camunda',
    };
    const { body: theirs } = await portal.oskar.post(
      '/connections',
      newRecord({ ...orders, initialClaim: { value: 'x', state: 'set' } }),
    );
    await portal.oskar.delete(`/connections/${theirs.id}`, '*');
    const mine = await create({ name: 'mine' });
    expect(warning(mine).text).not.toContain('orders-secret-name');
    const reset = await portal.guest.post(
      `/connections/${mine.id}/initial-claim/reset`,
      { databaseRecreated: true, reason: 'mine' },
    );
    expect(warning(reset.body)).toBeUndefined();
    const again = await portal.oskar.post('/connections', newRecord(orders));
    expect(warning(again.body)).toBeDefined();
  });
});
