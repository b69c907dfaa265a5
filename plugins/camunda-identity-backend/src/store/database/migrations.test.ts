import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { storedRecord } from '../../__testUtils__/checkWork';
import { testDatabases } from '../../__testUtils__/databases';
import { toRow } from '../rows';
import { isPostgres } from './isPostgres';
import { migratedDatabase } from './migrate';
import { searchColumn } from './search';

jest.setTimeout(60_000);

const databases = testDatabases();
const directory = resolvePackagePath(
  'backstage-plugin-camunda-identity-backend',
  'migrations',
);

const LISTS = '20261124152600_connection_lists.js';
const MARKS = '20261124210000_search_without_marks.js';
const COMBINED = '20261124210100_combined_filters.js';

/** What is searched of a record. */
const TEXTS = (n: number) => [
  `payments-${n}`,
  'İstanbul & Grün (prod)',
  `https://idp-${n}.example.com/realms/a`,
  'identity-client',
  'zeebe_client',
];

/** Records as the first release stored them. */
function olderRows(count: number) {
  return Array.from({ length: count }, (_, n) => {
    const [name, title, issuer, identity, zeebe] = TEXTS(n);
    const record = storedRecord(name, issuer, { title });
    record.data.components = {
      identity: { ...record.data.components.identity, clientId: identity },
      zeebe: { clientId: zeebe, audience: 'zeebe-api' },
    } as typeof record.data.components;
    const { told: _told, ...row } = toRow(record);
    return {
      ...row,
      id: `id-${String(n).padStart(5, '0')}`,
      search_text: TEXTS(n).join('\n').toLowerCase(),
    };
  });
}

/** Runs a migration that is not written down as done. */
async function redo(knex: Knex, name: string) {
  await knex('knex_migrations').where({ name }).delete();
  await knex.migrate.up({ directory, name } as object);
}

async function indexNames(knex: Knex): Promise<string[]> {
  const rows = isPostgres(knex)
    ? await knex('pg_index')
        .join('pg_class', 'pg_class.oid', 'indexrelid')
        .whereRaw("indrelid = 'connections'::regclass and indisvalid")
        .select('relname as name')
    : await knex('sqlite_master')
        .where({ type: 'index', tbl_name: 'connections' })
        .select('name');
  return rows.map(({ name }) => name).sort();
}

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
    const rows = olderRows(1_203);
    await knex.batchInsert('connections', rows, 100);
    await knex.migrate.latest({ directory });
    expect(
      await knex('check_schedule').where({ due_at: '', failures: 0 }),
    ).toHaveLength(rows.length);
    const after = await knex('connections').orderBy('id');
    expect(after.map(row => row.search_text)).toEqual(
      rows.map((_, n) => searchColumn(TEXTS(n))),
    );
    expect(after[7].search_text).toContain(' istanbul ');
    while (await knex.schema.hasTable('check_schedule'))
      await knex.migrate.down({ directory });
    // Whole texts again, with which the release before compares.
    const back = await knex('connections').orderBy('id');
    expect(back).toEqual(rows.map(row => expect.objectContaining(row)));
    await knex.destroy();
  });

  it('rewrite what an earlier release has stored in other words, and put it back', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const [row, plain] = olderRows(2);
    await knex('connections').insert([
      { ...row, search_text: ' payments 0 i stanbul grün prod ' },
      { ...plain, search_text: TEXTS(1).join('\n').toLowerCase() },
    ]);
    const read = async () =>
      (await knex('connections').orderBy('id')).map(found => found.search_text);
    await redo(knex, MARKS);
    const now = [searchColumn(TEXTS(0)), searchColumn(TEXTS(1))];
    expect(await read()).toEqual(now);
    await knex.migrate.down({ directory, name: MARKS } as object);
    expect((await read())[0]).toContain(' i stanbul grün ');
    await knex.migrate.up({ directory, name: MARKS } as object);
    expect(await read()).toEqual(now);
    await knex.destroy();
  });

  it('go on where they were interrupted', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const names = () => indexNames(knex);
    const complete = await names();
    // As a killed process leaves it: done in part, and not written down as done.
    for (const index of [
      'connections_owner_name_idx',
      'connections_filters_idx',
    ])
      await knex.raw(`drop index ${index}`);
    if (isPostgres(knex)) {
      await knex.raw(
        "update pg_index set indisvalid = false where indexrelid = 'connections_name_idx'::regclass",
      );
      await knex.raw(
        'create index connections_owner_idx on connections (owner)',
      );
    }
    for (const name of [LISTS, MARKS, COMBINED]) await redo(knex, name);
    expect(await names()).toEqual(complete);
    await knex.destroy();
  });

  it('are made by one replica at a time, and a killed one locks nobody out', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({ directory });
    // A replica that is killed leaves knex's mark.
    if (isPostgres(knex))
      await knex('knex_migrations_lock').update({ is_locked: 1 });
    const service = { getClient: async () => knex };
    const replicas = isPostgres(knex) ? 3 : 1;
    await Promise.all(
      Array.from({ length: replicas }, () => migratedDatabase(service)),
    );
    const [, pending] = await knex.migrate.list({ directory });
    expect(pending).toEqual([]);
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
