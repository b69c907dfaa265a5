import type {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import type {
  Report,
  ReportTrigger,
} from 'backstage-plugin-camunda-identity-common';

/** Metrics of checks for operators. No name, owner or address is ever an attribute. */
export class CheckMetrics {
  readonly #tracing: TracingService;
  readonly #runs;
  readonly #duration;
  readonly #lag;
  readonly #dropped;
  readonly #changes;
  readonly #notifications;
  readonly #pruned;

  constructor(options: { metrics: MetricsService; tracing: TracingService }) {
    const { metrics } = options;
    this.#tracing = options.tracing;
    this.#runs = metrics.createCounter('camunda_identity.checks.runs', {
      description: 'Check runs that ended, by trigger and status',
    });
    this.#duration = metrics.createHistogram(
      'camunda_identity.checks.duration',
      { description: 'Duration of a check run', unit: 's' },
    );
    this.#lag = metrics.createHistogram('camunda_identity.schedule.lag', {
      description: 'How long a record was due before a replica took it',
      unit: 's',
    });
    this.#dropped = metrics.createCounter('camunda_identity.schedule.dropped', {
      description:
        'Scheduled runs without a stored result: edited, deleted, lease ended, cancelled or failed',
    });
    this.#changes = metrics.createCounter('camunda_identity.health.changes', {
      description: 'Records whose health changed, by the new status',
    });
    this.#notifications = metrics.createCounter(
      'camunda_identity.notifications',
      { description: 'Notifications to owners, by outcome' },
    );
    this.#pruned = metrics.createCounter('camunda_identity.reports.deleted', {
      description: 'Reports deleted because of their age',
    });
  }

  /** Runs `fn` in a span and counts its outcome. */
  async measure<T extends { report: Report }>(
    trigger: ReportTrigger,
    fn: () => Promise<T>,
  ): Promise<T> {
    return this.#tracing.startActiveSpan(
      'camunda-identity.check',
      { attributes: { trigger } },
      async span => {
        const result = await fn();
        const { status, durationMs } = result.report;
        span.setAttribute('status', status);
        this.#runs.add(1, { trigger, status });
        this.#duration.record(durationMs / 1000, { trigger });
        return result;
      },
    );
  }

  /** @param dueAt - ISO 8601, empty for a record that has never been checked */
  taken(dueAt: string) {
    if (dueAt) this.#lag.record((Date.now() - Date.parse(dueAt)) / 1000);
  }

  dropped(reason: 'changed' | 'cancelled' | 'error') {
    this.#dropped.add(1, { reason });
  }

  healthChanged(status: string) {
    this.#changes.add(1, { status });
  }

  notified(outcome: 'sent' | 'failed') {
    this.#notifications.add(1, { outcome });
  }

  reportsDeleted(count: number) {
    this.#pruned.add(count);
  }
}
