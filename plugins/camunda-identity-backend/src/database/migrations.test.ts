import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();
const directory = resolvePackagePath(
  'backstage-plugin-camunda-identity-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up and down again', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    expect(await knex.schema.hasTable('connections')).toBe(true);
    await knex.migrate.rollback({ directory }, true);
    for (const table of [
      'connections',
      'check_reports',
      'initial_claim_changes',
      'on_demand_runs',
    ])
      expect(await knex.schema.hasTable(table)).toBe(false);
    await knex.migrate.latest({ directory });
    await knex.destroy();
  });

  it('keep what is stored: every record is due, and found by its words', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({ directory });
    const columns = await knex('connections').columnInfo();
    const row = Object.fromEntries(
      Object.entries(columns).map(([name, { type }]) => [
        name,
        /int/.test(type) ? 1 : 'x',
      ]),
    );
    const before = 'payments-prod\npayments (prod)\nhttps://idp.example.com';
    await knex('connections').insert({ ...row, search_text: before });
    await knex.migrate.latest({ directory });
    expect(await knex('check_schedule')).toEqual([
      expect.objectContaining({ connection_id: 'x', due_at: '', failures: 0 }),
    ]);
    expect(await knex('connections').first('search_text')).toEqual({
      search_text: ' payments prod https idp example com ',
    });
    while (await knex.schema.hasTable('check_schedule'))
      await knex.migrate.down({ directory });
    expect((await knex('connections').first()).search_text).toContain(
      'payments\nprod',
    );
    await knex.destroy();
  });

  it('take a record’s reports and changes along when it is deleted', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const columns = await knex('connections').columnInfo();
    const row = Object.fromEntries(
      Object.entries(columns).map(([name, { type }]) => [
        name,
        /int/.test(type) ? 1 : 'x',
      ]),
    );
    await knex('connections').insert(row);
    await knex('initial_claim_changes').insert({
      id: '1',
      connection_id: 'x',
      kind: 'set',
      name: 'oid',
      value: 'v',
      changed_at: 'x',
      changed_by: 'x',
    });
    await knex('connections').delete();
    expect(await knex('initial_claim_changes')).toEqual([]);
    await knex.destroy();
  });
});
