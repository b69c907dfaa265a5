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
      /"payments-prod" was deleted on .*new database only/,
    );
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
    // Who says that Camunda has started with it needs no warning.
    await remove(sameName);
    const again = await create({
      initialClaim: { value: 'claim-two', state: 'set' },
    });
    expect(warning(again)).toBeUndefined();
    // A record that carries the warning hands it on.
    await remove(again);
    await remove(sameUrl);
    expect(warning(await create())).toBeDefined();
    expect(JSON.stringify(await knex('deleted_claims'))).not.toMatch(
      /claim-one|claim-two|oid/,
    );
  });

  it('is not remembered where it was never set', async () => {
    await remove(await create());
    expect(warning(await create())).toBeUndefined();
  });

  it('is forgotten when the database was recreated, and settled when it is set', async () => {
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
});
