import type { Knex } from 'knex';
import { migrateForTest, testDatabases } from '../../__testUtils__/databases';
import { isPostgres } from './isPostgres';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Columns that refer to another table, as `table.column`, and whether an index starts with them. */
async function references(knex: Knex) {
  if (isPostgres(knex)) {
    const { rows } = await knex.raw(
      `select f.conrelid::regclass || '.' || a.attname as name,
         exists (select from pg_index i where i.indrelid = f.conrelid
           and i.indisvalid and i.indkey[0] = f.conkey[1]) as indexed
       from pg_constraint f
       join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
       where f.contype = 'f'`,
    );
    return rows as Array<{ name: string; indexed: boolean }>;
  }
  return (await knex.raw(
    `select t.name || '.' || f."from" as name,
       exists (select 1 from pragma_index_list(t.name) i, pragma_index_info(i.name) c
         where c.seqno = 0 and c.name = f."from") as indexed
     from sqlite_master t, pragma_foreign_key_list(t.name) f
     where t.type = 'table'`,
  )) as Array<{ name: string; indexed: number }>;
}

describe.each(databases.eachSupportedId())('foreign keys on %s', id => {
  it('are indexed, so that deleting a record does not scan other tables', async () => {
    const knex = await migrateForTest(await databases.init(id));
    const found = await references(knex);
    expect(found.map(({ name }) => name).sort()).toEqual([
      'check_reports.connection_id',
      'check_schedule.connection_id',
      'claim_warnings.connection_id',
      'health_notices.connection_id',
      'initial_claim_changes.connection_id',
      'login_tests.connection_id',
      'secret_notices.connection_id',
      'stored_secrets.connection_id',
    ]);
    expect(found.filter(({ indexed }) => !indexed)).toEqual([]);
    await knex.destroy();
  });
});
