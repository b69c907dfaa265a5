import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { fromRow, type ConnectionRow } from './rows';
import { isPostgres } from './database/isPostgres';
import type { Lease, LeasesStore } from './LeasesStore';

/** A row of the table `check_schedule`. */
export interface ScheduleRow {
  connection_id: string;
  due_at: string;
  ticket: string;
  failures: number;
  discovery_digest: string;
}

/**
 * The time of the database's clock in the format of the columns. The time of the statement, since an index
 * cannot compare with a function whose value changes within a statement.
 */
const databaseTime = (offset = '') =>
  `to_char((statement_timestamp()${offset}) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const TAKE = `
  with due as (
    select connection_id, due_at from check_schedule
    where due_at <= ${databaseTime()} order by due_at limit ? for update skip locked
  )
  update check_schedule s
  set due_at = ${databaseTime(" + ? * interval '1 millisecond'")}, ticket = ?
  from due where s.connection_id = due.connection_id
  returning s.connection_id, due.due_at, s.ticket, s.failures, s.discovery_digest`;

/**
 * Leases in SQLite or PostgreSQL. Taking a record moves its `due_at` to the end of the lease, so that records
 * of a killed replica become due again by themselves. All replicas use PostgreSQL's clock; replicas that share
 * an SQLite database run on one machine.
 */
export class DatabaseLeases implements LeasesStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async take(limit: number, leaseMs: number): Promise<Lease[]> {
    const ticket = randomUUID();
    const rows = await this.#takeRows(limit, leaseMs, ticket);
    if (rows.length === 0) return [];
    const connections: ConnectionRow[] = await this.#knex(
      'connections',
    ).whereIn(
      'id',
      rows.map(row => row.connection_id),
    );
    const byId = new Map(connections.map(row => [row.id, row]));
    return rows
      .sort((a, b) => a.due_at.localeCompare(b.due_at))
      .flatMap(row => {
        const connection = byId.get(row.connection_id);
        // The record was deleted in between, and its row in the schedule with it.
        return connection
          ? [
              {
                connection: fromRow(connection),
                ticket,
                dueAt: row.due_at,
                failures: row.failures,
                discoveryDigest: row.discovery_digest,
              },
            ]
          : [];
      });
  }

  async release(
    { connection, ticket, failures }: Lease,
    next: { dueAt: number; failures?: number },
  ): Promise<void> {
    await this.#knex<ScheduleRow>('check_schedule')
      .where({ connection_id: connection.id, ticket })
      .update({
        due_at: new Date(next.dueAt).toISOString(),
        ticket: '',
        failures: next.failures ?? failures,
      });
  }

  async countDue(): Promise<number> {
    const [{ n }] = await this.#knex('check_schedule')
      .where(
        'due_at',
        '<=',
        isPostgres(this.#knex)
          ? this.#knex.raw(databaseTime())
          : new Date().toISOString(),
      )
      .count({ n: '*' });
    return Number(n);
  }

  async #takeRows(
    limit: number,
    leaseMs: number,
    ticket: string,
  ): Promise<ScheduleRow[]> {
    if (isPostgres(this.#knex)) {
      const { rows } = await this.#knex.raw(TAKE, [limit, leaseMs, ticket]);
      return rows;
    }
    return this.#knex.transaction(async tx => {
      const now = Date.now();
      const rows: ScheduleRow[] = await tx('check_schedule')
        .where('due_at', '<=', new Date(now).toISOString())
        .orderBy('due_at')
        .limit(limit);
      await tx('check_schedule')
        .whereIn(
          'connection_id',
          rows.map(row => row.connection_id),
        )
        .update({ due_at: new Date(now + leaseMs).toISOString(), ticket });
      return rows;
    });
  }
}
