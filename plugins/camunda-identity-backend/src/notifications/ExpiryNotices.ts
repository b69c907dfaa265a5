import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { StoredConnection } from '../record/StoredConnection';
import {
  expiriesOf,
  NOTICE_DAYS,
  noticeDue,
  type Expiry,
  type ExpiryOf,
} from '../record/expiries';
import type { ExpiryNoticesStore } from '../store/ExpiryNoticesStore';
import type { SecretsStore } from '../store/SecretsStore';

const DAY_MS = 86_400_000;

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

/** Notifies owners of expiring secrets: once per notice, across replicas and repeated runs. */
export class ExpiryNotices {
  readonly #notices: ExpiryNoticesStore;
  readonly #secrets: SecretsStore;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    notices: ExpiryNoticesStore;
    secrets: SecretsStore;
    notifications: NotificationService;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#notices = options.notices;
    this.#secrets = options.secrets;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  /** Safe to run at any time on any replica. */
  async run(signal?: AbortSignal): Promise<void> {
    let unsent = 0;
    const until = this.#now().getTime() + Math.max(...NOTICE_DAYS) * DAY_MS;
    for await (const record of this.#notices.expiringBy(
      new Date(until),
      signal,
    ))
      unsent += await this.#notify(record, signal);
    if (unsent > 0)
      this.#logger.warn(
        `${unsent} notices of secrets that expire could not be sent; the next run tries again`,
      );
  }

  /** @returns the number of notices that could not be sent */
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
      // Stored before it is sent, so that two replicas do not both send it.
      if (!(await this.#notices.remember(key, this.#now()))) continue;
      try {
        await this.#send(record, expiry, days);
      } catch {
        // Without the message, which may quote a response.
        await this.#notices.forget(key);
        unsent += 1;
      }
    }
    return unsent;
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
        // Notices of different secrets must not replace each other in the owner's list.
        scope: `camunda-identity:secret-expiry:${id}:${expiry.client}:${expiry.of}`,
      },
    });
  }
}
