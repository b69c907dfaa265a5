import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  findDefinition,
  type Report,
} from 'backstage-plugin-camunda-identity-common';
import {
  createDocumentCache,
  type DocumentCache,
} from 'backstage-plugin-camunda-identity-node';
import type { CheckResultsStore } from '../store/CheckResultsStore';
import type { CheckRunner } from './CheckRunner';
import { afterRun } from '../record/health';
import { setImmediate } from 'node:timers/promises';
import type { ConnectionsStore } from '../store/ConnectionsStore';
import { etagOf } from '../record/etag';
import type { CheckMetrics } from '../metrics/CheckMetrics';
import type { HealthPublisher } from '../notifications/HealthPublisher';
import type { CheckSecrets } from '../secrets/CheckSecrets';
import { nextDueAt, type Cadence } from '../record/cadence';
import type { Lease, LeasesStore } from '../store/LeasesStore';

/** State that the runs of a sweep share. */
interface Sweep {
  signal: AbortSignal;
  documents: DocumentCache;
  /** Records that were checked in this sweep. */
  seen: Set<string>;
}

/**
 * Whether a scheduled run counts as failed and is retried soon. Findings about the record itself and a secret
 * that was refused before do not count, since no retry fixes them.
 */
function hasFailed({ findings }: Report): boolean {
  return findings.some(
    ({ code, result, evidence, causedBy }) =>
      result === 'fail' &&
      !causedBy &&
      findDefinition(code)?.group !== 'record' &&
      !evidence?.refusedBefore,
  );
}

/** True for a record that has not been checked today (UTC). */
function isFirstOfDay(checkedAt: string | undefined): boolean {
  const today = new Date().toISOString().slice(0, 10);
  return !checkedAt?.startsWith(today);
}

/**
 * Checks records that are due. Every replica sweeps; leases in the database ensure that only one of them
 * checks a record.
 */
export class ScheduledChecks {
  readonly #options: {
    leases: LeasesStore;
    claimWarnings: ConnectionsStore['claimWarnings'];
    runner: CheckRunner;
    secrets: CheckSecrets;
    results: CheckResultsStore;
    publisher: HealthPublisher;
    metrics: CheckMetrics;
    logger: LoggerService;
    cadence: Cadence;
    concurrency: number;
    leaseMs: number;
  };

  constructor(options: {
    leases: LeasesStore;
    claimWarnings: ConnectionsStore['claimWarnings'];
    runner: CheckRunner;
    secrets: CheckSecrets;
    results: CheckResultsStore;
    publisher: HealthPublisher;
    metrics: CheckMetrics;
    logger: LoggerService;
    cadence: Cadence;
    /** Number of runs at the same time on this replica. */
    concurrency: number;
    /** Time until another replica may take this one's records; longer than any run. */
    leaseMs: number;
  }) {
    this.#options = options;
  }

  /**
   * Runs checks until no record is due. Safe to call at any time on any replica: records that are not due are
   * not checked.
   *
   * @param signal - ends the sweep; records whose check has not ended by then are given back
   * @returns the number of records taken
   * @throws Error without details when the database does not answer; the next sweep continues from there
   */
  async sweep(signal: AbortSignal): Promise<number> {
    const { leases, concurrency, leaseMs, logger } = this.#options;
    const running = new Set<Promise<void>>();
    // Records of the same issuer share its documents during this sweep.
    const sweep: Sweep = {
      signal,
      documents: createDocumentCache(),
      seen: new Set(),
    };
    let taken = 0;
    try {
      while (!signal.aborted) {
        const batch = await leases.take(concurrency - running.size, leaseMs);
        for (const lease of batch) {
          const run: Promise<void> = this.#check(lease, sweep).finally(() =>
            running.delete(run),
          );
          running.add(run);
        }
        taken += batch.length;
        if (running.size === 0) break;
        // More records are taken when half of the slots are free, which makes for fewer, larger batches.
        const enough = batch.length === 0 ? 0 : Math.floor(concurrency / 2);
        do await Promise.race(running);
        while (running.size > enough);
        // With everything cached and SQLite in-process, other work would never get a turn.
        await setImmediate();
      }
    } catch (error) {
      logger.error(`Due connections could not be taken: ${error}`);
      // Anyone who is signed in can read a task's last error.
      throw new Error('The database did not answer; the log has the reason');
    } finally {
      await Promise.all(running);
    }
    return taken;
  }

  async #check(lease: Lease, sweep: Sweep): Promise<void> {
    const { signal } = sweep;
    const { metrics, logger, leases, cadence } = this.#options;
    metrics.taken(lease.dueAt);
    try {
      if (!(await this.#run(lease, sweep))) metrics.dropped('changed');
    } catch (error) {
      const cancelled = signal.aborted;
      metrics.dropped(cancelled ? 'cancelled' : 'error');
      if (!cancelled)
        logger.warn(
          `The scheduled check of the connection "${lease.connection.data.name}" failed: ${error}`,
        );
      const failures = lease.failures + (cancelled ? 0 : 1);
      const now = Date.now();
      await leases
        .release(lease, {
          dueAt: cancelled
            ? now
            : nextDueAt(now, cadence, {
                every: lease.connection.data.checks?.every,
                failures,
              }),
          failures,
        })
        .catch(() => {
          // The lease ends by itself.
        });
    }
  }

  /** @returns false when the result was dropped, since the record has changed or the lease has ended */
  async #run(lease: Lease, sweep: Sweep): Promise<boolean> {
    const { runner, secrets, results, publisher, cadence, claimWarnings } =
      this.#options;
    const { connection, ticket } = lease;
    // A record that was edited during the sweep and is due again gets fresh documents.
    const documents = sweep.seen.has(connection.id)
      ? createDocumentCache()
      : sweep.documents;
    sweep.seen.add(connection.id);
    const { id, data } = connection;
    const claimSetBefore = (await claimWarnings([id])).get(id);
    const { outcome, report, secretVersions } = await secrets.withStored(
      { record: connection, trigger: 'schedule' },
      (held, mask) =>
        runner.run({ ...data, claimSetBefore, ...held }, 'schedule', {
          signal: sweep.signal,
          documents,
          mask,
          depth: 'scheduled',
          firstOfDay: isFirstOfDay(connection.checkedAt),
          turn: { user: 'schedule', record: id },
          previous: { discoveryDigest: lease.discoveryDigest || undefined },
        }),
    );
    const full = {
      ...report,
      connectionId: connection.id,
      recordEtag: etagOf(connection),
    };
    const failures = hasFailed(report) ? lease.failures + 1 : 0;
    const saved = await results.save({
      report: full,
      revision: connection.revision,
      discoveryDigest: outcome.discoveryDigest,
      secretVersions,
      health: current =>
        afterRun(
          current,
          outcome,
          { ...full, findings: outcome.findings },
          code => runner.definitionOf(code),
        ),
      lease: {
        ticket,
        failures,
        dueAt: nextDueAt(Date.parse(report.finishedAt), cadence, {
          every: connection.data.checks?.every,
          failures,
        }),
      },
    });
    publisher.kick();
    return saved.stored;
  }
}
