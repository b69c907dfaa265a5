import type { Knex } from 'knex';
import type { ClientKey } from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from '../record/StoredConnection';
import { fromRow, type ConnectionRow } from './rows';

const TABLE = 'secret_notices';
const BATCH = 200;

/** The key of a notice. */
export interface ExpiryNoticeKey {
  connection_id: string;
  client: ClientKey;
  /** ISO 8601 in UTC. */
  expires_at: string;
  /** Days before the expiry. */
  days: number;
}

/** Notices of expiring secrets that were sent, and records that may need one. */
export class ExpiryNoticesStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Records with a secret that has expired or will by then. */
  async *expiringBy(
    until: Date,
    signal?: AbortSignal,
  ): AsyncGenerator<StoredConnection> {
    let after = '';
    while (!signal?.aborted) {
      const rows: ConnectionRow[] = await this.#knex<ConnectionRow>(
        'connections',
      )
        .where('secrets_expire_at', '>', '')
        .where('secrets_expire_at', '<=', until.toISOString())
        .where('id', '>', after)
        .orderBy('id')
        .limit(BATCH);
      yield* rows.map(fromRow);
      if (rows.length < BATCH) return;
      after = rows[rows.length - 1].id;
    }
  }

  /** @returns false if it was already sent, or the record is gone */
  async remember(key: ExpiryNoticeKey, sentAt: Date): Promise<boolean> {
    try {
      const inserted = await this.#knex(TABLE)
        .insert({ ...key, sent_at: sentAt.toISOString() })
        .onConflict(['connection_id', 'client', 'expires_at', 'days'])
        .ignore()
        .returning('days');
      return inserted.length > 0;
    } catch (error) {
      const exists = await this.#knex('connections')
        .where({ id: key.connection_id })
        .first('id');
      if (!exists) return false;
      throw error;
    }
  }

  /** Forgets a notice that could not be sent after all. */
  async forget(key: ExpiryNoticeKey): Promise<void> {
    await this.#knex(TABLE)
      .where({ ...key })
      .delete();
  }
}
