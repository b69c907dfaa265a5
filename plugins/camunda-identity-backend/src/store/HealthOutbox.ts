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

/** A change of health that only this replica may publish until the lease ends. */
export interface HealthNotice {
  connection: StoredConnection;
  /** Health of which the owner was last notified; undefined if there was no notification. */
  told?: ReportStatus;
  /** Entity reference of the person who caused it, if it was only one. */
  by?: string;
  ticket: string;
  version: number;
  /** Previous attempts. */
  attempts: number;
}

/**
 * Stores that a record's health has changed, to be published afterwards. Belongs in the transaction that changes
 * it, which holds the lock on the record. Several changes before the publication count as one.
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
        // If several people caused it, each gets the notification, since nobody saw all changes.
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

/** Unpublished changes of health, in SQLite or PostgreSQL. */
export class HealthOutbox {
  readonly #knex: Knex;
  readonly #leaseMs: number;

  constructor(options: {
    knex: Knex;
    /** Time until another replica may take this one's changes; longer than any publication takes. */
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
      // The record was deleted in between, and its pending change with it.
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
   * Marks a change as published. A further change in the meantime stays pending.
   *
   * @param told - health of which the owner was notified
   */
  async done(notice: HealthNotice, told: ReportStatus | undefined) {
    const { connection, ticket, version } = notice;
    await this.#knex.transaction(async tx => {
      // In this order, since every writer of health locks the record first.
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

  /** Schedules another attempt after `delayMs`, since the publication failed. */
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
