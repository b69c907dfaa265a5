import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Gauges ask the database at most this often, however often they are read. */
const FRESH_MS = 60_000;

function cached<T>(read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (!value || Date.now() > until) {
      until = Date.now() + FRESH_MS;
      value = read();
      value.catch(() => {
        value = undefined;
      });
    }
    return value;
  };
}

/** Gauges about all records, the same from every replica. */
export function observeRecords(options: {
  metrics: MetricsService;
  countByStatus(): Promise<Array<{ status: string; n: number }>>;
  countDue(): Promise<number>;
}) {
  const { metrics } = options;
  const byStatus = cached(options.countByStatus);
  const due = cached(options.countDue);
  metrics
    .createObservableGauge('camunda_identity.connections', {
      description: 'Records, by health',
    })
    .addCallback(async result => {
      for (const { status, n } of await byStatus().catch(() => []))
        result.observe(n, { status });
    });
  metrics
    .createObservableGauge('camunda_identity.schedule.due', {
      description: 'Records that are due and not yet taken by a replica',
    })
    .addCallback(async result => {
      const count = await due().catch(() => undefined);
      // If the database does not answer, the series has a gap, not a zero.
      if (count !== undefined) result.observe(count);
    });
}
