import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  clientKeysOf,
  CONNECTIONS_CHANNEL,
  coverageOf,
  coverageWords,
  HEALTH_TOPIC,
  toldBy,
  type ReportStatus,
} from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from '../record/StoredConnection';
import type { CheckMetrics } from '../metrics/CheckMetrics';
import type { HealthNotice, HealthOutbox } from '../store/HealthOutbox';
import type { OwnerNotice, OwnerNotifier } from './OwnerNotifier';

const MAX_TITLES = 5;

/** Number of changes that are published concurrently. */
const BATCH = 10;

/** Attempts before it is given up: after a day of failures it is no longer news. */
const MAX_ATTEMPTS = 10;

const SENTENCES: Record<ReportStatus, string> = {
  fail: 'the connection to the provider fails',
  warn: 'the connection to the provider has warnings',
  pass: 'the connection to the provider works again',
  unknown: 'the connection to the provider is not known',
};

const SEVERITIES = { fail: 'high', warn: 'normal', pass: 'low' } as const;

/** Publishes changes of health to owners, other plugins and open pages. */
export class HealthPublisher {
  readonly #options: {
    outbox: HealthOutbox;
    notifier: OwnerNotifier;
    events: EventsService;
    signals: SignalsService;
    metrics: CheckMetrics;
    titleOf(code: string): string;
    logger: LoggerService;
  };

  /** The current round; there is only one at a time. */
  #round?: Promise<void>;
  #again = false;

  constructor(options: {
    outbox: HealthOutbox;
    notifier: OwnerNotifier;
    events: EventsService;
    signals: SignalsService;
    metrics: CheckMetrics;
    /** Title of a finding code; the code itself if no check has it any more. */
    titleOf(code: string): string;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /**
   * Publishes pending changes in the background: neither a check nor a caller waits. Never throws. Changes
   * taken by a replica that died are published when its lease ends, so each change is published at least once.
   */
  kick() {
    this.#again = true;
    this.#round ??= this.#drain().finally(() => {
      this.#round = undefined;
      if (this.#again) this.kick();
    });
  }

  /** Waits until everything that is pending now has been published. */
  async settled(): Promise<void> {
    while (this.#round) await this.#round;
  }

  async #drain(): Promise<void> {
    const { outbox, logger } = this.#options;
    try {
      let notices: HealthNotice[];
      do {
        this.#again = false;
        notices = await outbox.take(BATCH);
        await Promise.all(notices.map(notice => this.#tell(notice)));
      } while (notices.length > 0);
    } catch (error) {
      this.#again = false;
      logger.warn(
        `Changes of health could not be read; the next round tries again: ${error}`,
      );
    }
  }

  async #tell(notice: HealthNotice) {
    const { outbox, notifier, metrics, logger } = this.#options;
    const { connection, told, by, attempts } = notice;
    const { status } = connection;
    if (attempts === 0) {
      metrics.healthChanged(status);
      await this.#announce(connection);
    }
    const message = this.#noticeOf(connection, told);
    const sent =
      !message || (await notifier.notify(connection.data.owner, message, by));
    if (sent || attempts + 1 >= MAX_ATTEMPTS) {
      if (!sent)
        logger.error(
          `The owner of the connection "${connection.data.name}" could not be notified that its health is "${status}"; it is given up`,
        );
      // Unknown is no news: the owner's last notification still stands.
      await outbox.done(notice, status === 'unknown' ? told : status);
    } else await outbox.retry(notice, 60_000 * 2 ** attempts);
  }

  /** @returns undefined if there is no news for the owner */
  #noticeOf(
    connection: StoredConnection,
    told: ReportStatus | undefined,
  ): OwnerNotice | undefined {
    const { data, id, status } = connection;
    if (status === 'unknown' || status === told) return undefined;
    // A new record that works is no news.
    if (status === 'pass' && (told === undefined || told === 'unknown'))
      return undefined;
    const { kind, namespace, name } = parseEntityRef(data.entityRef);
    return {
      title: `${data.title ?? data.name}: ${SENTENCES[status]}`,
      description:
        this.#titlesOf(connection) ||
        `Nothing was found wrong: ${coverageWords(
          coverageOf(clientKeysOf(data), toldBy(connection.verdicts)),
        )}.`,
      link: `/catalog/${namespace}/${kind}/${name}`,
      severity: SEVERITIES[status],
      topic: 'Connection health',
      scope: `camunda-identity:health:${id}`,
    };
  }

  /** Titles of the catalogue only, since messages may contain a provider's answer. */
  #titlesOf({ verdicts, status }: StoredConnection): string {
    const titles = new Set(
      verdicts
        .filter(
          ({ result, causedBy }) =>
            result === status && result !== 'pass' && !causedBy,
        )
        .map(({ code }) => this.#options.titleOf(code)),
    );
    const shown = [...titles].slice(0, MAX_TITLES);
    if (titles.size > shown.length) shown.push('…');
    return shown.join('; ');
  }

  async #announce({ id, data }: StoredConnection) {
    const { events, signals, logger } = this.#options;
    const announced = await Promise.allSettled([
      events.publish({ topic: HEALTH_TOPIC, eventPayload: { id } }),
      signals.publish({
        recipients: { type: 'user', entityRef: data.owner },
        channel: CONNECTIONS_CHANNEL,
        message: { id },
      }),
    ]);
    for (const outcome of announced)
      if (outcome.status === 'rejected')
        logger.warn(
          `A change of health could not be published: ${outcome.reason}`,
        );
  }
}
