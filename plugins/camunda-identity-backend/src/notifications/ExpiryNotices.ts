import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { fromRow, type ConnectionRow } from '../store/rows';
import type { StoredConnection } from '../record/StoredConnection';
import {
  expiriesOf,
  NOTICE_DAYS,
  noticeDue,
  type Expiry,
  type ExpiryOf,
} from '../record/expiries';
import type { SecretsStore } from '../store/SecretsStore';

const DAY_MS = 86_400_000;
const BATCH = 200;

const WHICH: Record<ExpiryOf, string> = {
  reference: 'the secret',
  current: 'the stored secret',
  next: 'the next stored secret',
};

function wording(days: number, { of, title, expiresAt }: Expiry): string {
  const which = `${WHICH[of]} of ${title}`;
  if (days === 0) return `${which} has expired (${expiresAt})`;
  return `${which} expires in ${
    days === 1 ? 'a day' : `${days} days`
  } or less (${expiresAt})`;
}

/** Tells owners that a secret expires; each notice once, whatever replica and however often it runs. */
export class ExpiryNotices {
  readonly #knex: Knex;
  readonly #secrets: SecretsStore;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    secrets: SecretsStore;
    notifications: NotificationService;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#secrets = options.secrets;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  /** Safe to be run at any time, by anyone, on any replica. */
  async run(signal?: AbortSignal): Promise<void> {
    let unsent = 0;
    for await (const record of this.#records(signal))
      unsent += await this.#notify(record, signal);
    if (unsent > 0)
      this.#logger.warn(
        `${unsent} notices of secrets that expire could not be sent; the next run tries again`,
      );
  }

  /** Records with a secret that expires soon or has expired. */
  async *#records(signal?: AbortSignal): AsyncGenerator<StoredConnection> {
    const until = new Date(
      this.#now().getTime() + Math.max(...NOTICE_DAYS) * DAY_MS,
    ).toISOString();
    let after = '';
    while (!signal?.aborted) {
      const rows: ConnectionRow[] = await this.#knex<ConnectionRow>(
        'connections',
      )
        .where('secrets_expire_at', '>', '')
        .where('secrets_expire_at', '<=', until)
        .where('id', '>', after)
        .orderBy('id')
        .limit(BATCH);
      yield* rows.map(fromRow);
      if (rows.length < BATCH) return;
      after = rows[rows.length - 1].id;
    }
  }

  /** @returns how many could not be sent */
  async #notify(
    record: StoredConnection,
    signal?: AbortSignal,
  ): Promise<number> {
    let unsent = 0;
    const rows = await this.#secrets.list([record.id]);
    for (const expiry of expiriesOf(record, rows)) {
      if (signal?.aborted) return unsent;
      const days = noticeDue(expiry.expiresAt, this.#now());
      if (days === undefined) continue;
      const key = {
        connection_id: record.id,
        client: expiry.client,
        expires_at: expiry.expiresAt,
        days,
      };
      // Remembered before it is sent, so that two replicas do not send it both.
      if (!(await this.#remember(key))) continue;
      try {
        await this.#send(record, expiry, days);
      } catch {
        // Without its message: what an address answered belongs in no log.
        await this.#knex('secret_notices').where(key).delete();
        unsent += 1;
      }
    }
    return unsent;
  }

  /** @returns false where it was sent before, or the record is gone */
  async #remember(key: { connection_id: string }): Promise<boolean> {
    try {
      const inserted = await this.#knex('secret_notices')
        .insert({ ...key, sent_at: this.#now().toISOString() })
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

  async #send(
    { id, data }: StoredConnection,
    expiry: Expiry,
    days: number,
  ): Promise<void> {
    const { kind, namespace, name } = parseEntityRef(data.entityRef);
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef: data.owner },
      payload: {
        title: `${data.title ?? data.name}: ${wording(days, expiry)}`,
        description:
          'Make a new secret at the provider, give it to Camunda, and enter its date in the record.',
        link: `/catalog/${namespace}/${kind}/${name}`,
        severity: days <= 7 ? 'high' : 'normal',
        topic: 'Secrets that expire',
        // One may not take the place of the other in the owner's list.
        scope: `camunda-identity:secret-expiry:${id}:${expiry.client}:${expiry.of}`,
      },
    });
  }
}
