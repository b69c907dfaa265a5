import type { Knex } from 'knex';
import {
  MIGRATIONS as directory,
  migrateForTest,
  testDatabases,
} from '../../__testUtils__/databases';
import { isPostgres } from './isPostgres';
import { migratedDatabase } from './migrate';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Everything that a migration creates, as the database describes it, without knex's own tables. */
async function schemaOf(knex: Knex): Promise<unknown[]> {
  if (!isPostgres(knex))
    return knex('sqlite_master')
      .whereRaw("tbl_name not like 'knex_%' and name not like 'sqlite_%'")
      .select('type', 'name', 'tbl_name', 'sql')
      .orderBy('name');
  const { rows } = await knex.raw(
    `select indexname as name, indexdef as definition from pg_indexes
       where schemaname = 'public' and tablename not like 'knex_%'
     union all select table_name || '.' || column_name, data_type || ' ' || coalesce(character_maximum_length::text, '') || ' ' || is_nullable || ' ' || coalesce(column_default, '')
       from information_schema.columns where table_schema = 'public' and table_name not like 'knex_%'
     union all select stxname, pg_get_statisticsobjdef(oid) from pg_statistic_ext
     union all select conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text not like 'knex_%'
     order by 1, 2`,
  );
  return rows;
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('leave nothing behind when undone, and create the same again', async () => {
    const knex = await migrateForTest(await databases.init(id));
    const complete = await schemaOf(knex);
    expect(complete.length).toBeGreaterThan(20);
    await knex.migrate.rollback({ directory }, true);
    expect(await schemaOf(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await schemaOf(knex)).toEqual(complete);
    await knex.destroy();
  });

  it('run once for replicas that start together, and are complete for one that starts later', async () => {
    const knex = await databases.init(id);
    const service = { getClient: async () => knex };
    const replicas = isPostgres(knex) ? 4 : 1;
    await Promise.all(
      Array.from({ length: replicas }, () => migratedDatabase(service)),
    );
    const complete = await schemaOf(knex);
    await migratedDatabase(service);
    const [, pending] = await knex.migrate.list({ directory });
    expect(pending).toEqual([]);
    expect(await schemaOf(knex)).toEqual(complete);
    await knex.destroy();
  });

  it('leave nothing behind when they fail, and can be tried again', async () => {
    const knex = await databases.init(id);
    const service = { getClient: async () => knex };
    // Conflicts with the second-to-last table.
    await knex.schema.createTable('deleted_claims', table => {
      table.string('id');
    });
    await expect(migratedDatabase(service)).rejects.toThrow('deleted_claims');
    expect(await knex.schema.hasTable('connections')).toBe(false);
    await knex.schema.dropTable('deleted_claims');
    await migratedDatabase(service);
    expect(await knex.schema.hasTable('connections')).toBe(true);
    await knex.destroy();
  });

  it('delete a record’s reports and changes along with it', async () => {
    const knex = await migrateForTest(await databases.init(id));
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
