import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { LoginTestsStore } from './LoginTestsStore';
import type { OnDemandLimit } from './OnDemandLimit';
import type { CheckMetrics } from '../metrics/CheckMetrics';

const BATCH = 500;

interface Old {
  id: string;
  connection_id: string;
  finished_at: string;
}

/** Deletes reports that are too old. Surplus reports are deleted whenever one is added. */
export class Retention {
  readonly #options: {
    knex: Knex;
    limit: OnDemandLimit;
    logins: Pick<LoginTestsStore, 'clean'>;
    maxAgeMs: number;
    metrics: CheckMetrics;
    logger: LoggerService;
  };

  constructor(options: {
    knex: Knex;
    limit: OnDemandLimit;
    logins: Pick<LoginTestsStore, 'clean'>;
    maxAgeMs: number;
    metrics: CheckMetrics;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /**
   * @returns the number of deleted reports
   * @throws Error without details when the database does not answer
   */
  async clean(signal: AbortSignal): Promise<number> {
    const { limit, logins, metrics, logger, maxAgeMs } = this.#options;
    let deleted = 0;
    try {
      await limit.clean();
      await logins.clean();
      const before = new Date(Date.now() - maxAgeMs).toISOString();
      let last: Old | undefined;
      do {
        const old = await this.#next(before, last);
        deleted += await this.#delete(old);
        last = old.length === BATCH ? old[old.length - 1] : undefined;
      } while (last && !signal.aborted);
    } catch (error) {
      logger.error(`Old reports could not be deleted: ${error}`);
      // Every signed-in user can read a task's last error.
      throw new Error('The database did not answer; the log has the reason');
    } finally {
      if (deleted > 0) metrics.reportsDeleted(deleted);
    }
    return deleted;
  }

  async #next(before: string, last: Old | undefined): Promise<Old[]> {
    const query = this.#options
      .knex('check_reports')
      .where('finished_at', '<', before)
      .orderBy(['finished_at', 'id'])
      .limit(BATCH)
      .select('id', 'connection_id', 'finished_at');
    if (last)
      query.whereRaw('(finished_at, id) > (?, ?)', [last.finished_at, last.id]);
    return query;
  }

  /** Keeps reports that a record's health refers to, however old, since they explain it. */
  async #delete(old: Old[]): Promise<number> {
    if (old.length === 0) return 0;
    const { knex } = this.#options;
    const rows: Array<{ verdicts: string; recent: string }> = await knex(
      'connections',
    )
      .whereIn('id', [...new Set(old.map(row => row.connection_id))])
      .select('verdicts', 'recent');
    const needed = new Set(
      rows.flatMap(row =>
        [...JSON.parse(row.verdicts), ...JSON.parse(row.recent)].map(
          ({ reportId }: { reportId: string }) => reportId,
        ),
      ),
    );
    return knex('check_reports')
      .whereIn(
        'id',
        old.map(({ id }) => id).filter(id => !needed.has(id)),
      )
      .delete();
  }
}
