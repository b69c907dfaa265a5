import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  CONNECTIONS_CHANNEL,
  findingDefinition,
  HEALTH_TOPIC,
  type ReportStatus,
} from 'backstage-plugin-camunda-identity-common';
import type { SavedResult } from '../checks/CheckResultsStore';
import type { StoredConnection } from '../connections/types';
import type { CheckMetrics } from '../metrics/CheckMetrics';
import type { OwnerNotice, OwnerNotifier } from './OwnerNotifier';

const MAX_TITLES = 5;

const SENTENCES: Record<ReportStatus, string> = {
  fail: 'the connection to the provider fails',
  warn: 'the connection to the provider has warnings',
  pass: 'the connection to the provider works again',
  unknown: 'the connection to the provider is not known',
};

const SEVERITIES = { fail: 'high', warn: 'normal', pass: 'low' } as const;

/** Titles of the catalogue only: messages may hold what a provider answered. */
function titlesOf({ verdicts, status }: StoredConnection): string {
  const titles = new Set(
    verdicts
      .filter(({ result }) => result === status && result !== 'pass')
      .map(({ code }) => findingDefinition(code).title),
  );
  const shown = [...titles].slice(0, MAX_TITLES);
  if (titles.size > shown.length) shown.push('…');
  return shown.join('; ');
}

function noticeOf(connection: StoredConnection): OwnerNotice | undefined {
  const { data, id, status } = connection;
  if (status === 'unknown') return undefined;
  const { kind, namespace, name } = parseEntityRef(data.entityRef);
  return {
    title: `${data.title ?? data.name}: ${SENTENCES[status]}`,
    description: titlesOf(connection) || 'All checks passed.',
    link: `/catalog/${namespace}/${kind}/${name}`,
    severity: SEVERITIES[status],
    topic: 'Connection health',
    scope: `camunda-identity:health:${id}`,
  };
}

/** Tells owners, other plugins and open pages that a record's health has changed. */
export class HealthPublisher {
  readonly #options: {
    notifier: OwnerNotifier;
    events: EventsService;
    signals: SignalsService;
    metrics: CheckMetrics;
    logger: LoggerService;
  };

  constructor(options: {
    notifier: OwnerNotifier;
    events: EventsService;
    signals: SignalsService;
    metrics: CheckMetrics;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /**
   * Never throws. Of several runs that end together exactly one sees a change, whatever replica it runs on,
   * since results are stored one after the other.
   *
   * @param by - who ran the check, if somebody did; is not notified
   */
  async publish(result: SavedResult, by?: string): Promise<void> {
    if (!result.stored || !result.after) return;
    const { before, after } = result;
    if (before.status === after.status) return;
    const { notifier, metrics } = this.#options;
    metrics.healthChanged(after.status);
    await this.#tell(after);
    const notice = noticeOf(after);
    // That a new record works is no news.
    if (notice && !(before.status === 'unknown' && after.status === 'pass'))
      await notifier.notify(after.data.owner, notice, by);
  }

  async #tell({ id, data }: StoredConnection) {
    const { events, signals, logger } = this.#options;
    const told = await Promise.allSettled([
      events.publish({ topic: HEALTH_TOPIC, eventPayload: { id } }),
      signals.publish({
        recipients: { type: 'user', entityRef: data.owner },
        channel: CONNECTIONS_CHANNEL,
        message: { id },
      }),
    ]);
    for (const outcome of told)
      if (outcome.status === 'rejected')
        logger.warn(
          `A change of health could not be published: ${outcome.reason}`,
        );
  }
}
