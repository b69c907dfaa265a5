import type { Knex } from 'knex';
import { storedRecord } from '../../__testUtils__/replica';
import { toRow } from '../rows';
import { isPostgres } from '../database/isPostgres';

/** Enough rows that a full scan costs more than an index, as with a hundred thousand. */
const ROWS = 4_000;
const DAY_MS = 86_400_000;

/**
 * Number of reports. One in a hundred is older than the 90 days that reports are kept, as with daily deletion;
 * with one in ten, a full scan might be cheaper than an index.
 */
const PER_DAY = 44;

const VERSIONS = ['8.6', '8.7', '8.8', '8.9'] as const;

function connectionRow(n: number, at: (days: number) => string) {
  const record = storedRecord(`record-${n}`, `https://idp${n}.example.com`, {
    owner: `group:default/team-${n % 400}`,
    entityRef: `system:default/system-${n}`,
    camundaVersion: VERSIONS[n % 4],
  });
  return {
    ...toRow(record),
    id: `id-${String(n).padStart(6, '0')}`,
    // Only even versions, and only healthy, so that some combinations have no record.
    provider_type: n % 20 === 0 ? 'MICROSOFT' : 'GENERIC',
    status: n % 50 === 1 ? 'fail' : 'pass',
    status_rank: n % 50 === 1 ? 0 : 3,
    checked_at: at(-n / ROWS),
    updated_at: at(-n / 100),
    secrets_expire_at: n % 100 === 0 ? at(n / 100) : '',
  };
}

/** Fills a database with records, a report and a secret of each, and updates its statistics. */
export async function manyRows(knex: Knex): Promise<void> {
  const now = Date.now();
  const at = (days: number) => new Date(now + days * DAY_MS).toISOString();
  const rows = Array.from({ length: ROWS }, (_, n) => connectionRow(n, at));
  await knex.batchInsert('connections', rows, 500);
  const each = (table: string, make: (id: string, n: number) => object) =>
    knex.batchInsert(
      table,
      rows.map(({ id }, n) => make(id, n)),
      500,
    );
  await each('check_schedule', (id, n) => ({
    connection_id: id,
    due_at: at(n % 100 === 0 ? -1 : 1),
  }));
  await each('check_reports', (id, n) => ({
    id,
    connection_id: id,
    record_etag: 'x',
    trigger: 'schedule',
    status: 'pass',
    started_at: at(-n / PER_DAY),
    finished_at: at(-n / PER_DAY),
    duration_ms: 1,
    summary: '{}',
    findings: '[]',
  }));
  await each('stored_secrets', id => ({
    connection_id: id,
    client: 'zeebe',
    slot: 'current',
    jwe: 'x'.repeat(200),
    key_id: 'k',
    set_at: at(0),
    set_by: 'user:default/guest',
    version: 'v',
  }));
  await each('on_demand_runs', (id, n) => ({
    id,
    bucket: `bucket-${n}`,
    at: at(n % 100 === 0 ? -1 : 0),
  }));
  await each('login_tests', (id, n) => ({
    id_hash: id,
    state_hash: id,
    connection_id: id,
    begun_by: 'user:default/guest',
    sealed_id: 'x'.repeat(100),
    sealed: 'x'.repeat(400),
    expires_at: at(n % 100 === 0 ? -1 : 1),
  }));
  // SQLite is not analyzed in operation either.
  if (isPostgres(knex)) await knex.raw('vacuum analyze');
}
