import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ReportStatus } from 'backstage-plugin-camunda-identity-common';
import { fromRow, type ConnectionRow } from './rows';
import type { StoredConnection } from '../record/StoredConnection';
import { isPostgres } from './database/isPostgres';

const TABLE = 'health_notices';

interface Row {
  connection_id: string;
  version: number;
  changed_by: string;
  available_at: string;
  ticket: string;
  attempts: number;
}

/** A change of health that this replica, and no other, may tell until the lease ends. */
export interface HealthNotice {
  connection: StoredConnection;
  /** What the owner was last told; undefined for a record that nothing was told of. */
  told?: ReportStatus;
  /** Entity reference of the one person whose doing it was. */
  by?: string;
  ticket: string;
  version: number;
  /** Tries before this one. */
  attempts: number;
}

/**
 * Writes down that a record's health has changed, to be told afterwards. Belongs into the transaction that
 * changes it, in which the record is locked. Changes that follow one another before they are told are one.
 */
export async function noteHealthChange(
  tx: Knex.Transaction,
  change: {
    id: string;
    before: ReportStatus;
    after: ReportStatus;
    by?: string;
  },
) {
  if (change.before === change.after) return;
  const by = change.by?.startsWith('user:') ? change.by : '';
  const known = await tx<Row>(TABLE)
    .where({ connection_id: change.id })
    .first('changed_by');
  if (known)
    await tx<Row>(TABLE)
      .where({ connection_id: change.id })
      .update({
        version: tx.raw('version + 1'),
        // Of several people each did not see what the others did.
        changed_by: known.changed_by === by ? by : '',
      });
  else
    await tx<Row>(TABLE).insert({
      connection_id: change.id,
      version: 1,
      changed_by: by,
      available_at: '',
      ticket: '',
      attempts: 0,
    });
}

/** Changes of health that are still to be told, in SQLite or PostgreSQL. */
export class HealthOutbox {
  readonly #knex: Knex;
  readonly #leaseMs: number;

  constructor(options: {
    knex: Knex;
    /** Until another replica may take what this one has taken; longer than telling it takes. */
    leaseMs: number;
  }) {
    this.#knex = options.knex;
    this.#leaseMs = options.leaseMs;
  }

  /** Takes up to `limit` changes. */
  async take(limit: number): Promise<HealthNotice[]> {
    const now = Date.now();
    const ticket = randomUUID();
    const rows = await this.#knex.transaction(async tx => {
      const due = tx<Row>(TABLE)
        .where('available_at', '<=', new Date(now).toISOString())
        .orderBy('available_at')
        .limit(limit);
      const taken = (await (isPostgres(tx)
        ? due.forUpdate().skipLocked()
        : due)) as Row[];
      if (taken.length > 0)
        await tx<Row>(TABLE)
          .whereIn(
            'connection_id',
            taken.map(row => row.connection_id),
          )
          .update({
            ticket,
            available_at: new Date(now + this.#leaseMs).toISOString(),
          });
      return taken;
    });
    if (rows.length === 0) return [];
    const records: Array<ConnectionRow & { notified_status: string }> =
      await this.#knex('connections').whereIn(
        'id',
        rows.map(row => row.connection_id),
      );
    return rows.flatMap(row => {
      const record = records.find(({ id }) => id === row.connection_id);
      // Deleted in between: what there was to tell of it is gone with it.
      return record
        ? [
            {
              connection: fromRow(record),
              told: (record.notified_status || undefined) as ReportStatus,
              by: row.changed_by || undefined,
              ticket,
              version: row.version,
              attempts: row.attempts,
            },
          ]
        : [];
    });
  }

  /**
   * It was told. When health has changed again meanwhile, that is still to be told.
   *
   * @param told - what the owner knows by now
   */
  async done(notice: HealthNotice, told: ReportStatus | undefined) {
    const { connection, ticket, version } = notice;
    await this.#knex.transaction(async tx => {
      // First, as whoever changes health locks the record first.
      if (told && told !== notice.told)
        await tx('connections')
          .where({ id: connection.id })
          .update({ notified_status: told });
      const key = { connection_id: connection.id, ticket };
      const removed = await tx<Row>(TABLE)
        .where({ ...key, version })
        .delete();
      if (removed === 0)
        await tx<Row>(TABLE)
          .where(key)
          .update({ ticket: '', available_at: '', attempts: 0 });
    });
  }

  /** It could not be told; tried again after `delayMs`. */
  async retry({ connection, ticket, attempts }: HealthNotice, delayMs: number) {
    await this.#knex<Row>(TABLE)
      .where({ connection_id: connection.id, ticket })
      .update({
        ticket: '',
        attempts: attempts + 1,
        available_at: new Date(Date.now() + delayMs).toISOString(),
      });
  }
}
