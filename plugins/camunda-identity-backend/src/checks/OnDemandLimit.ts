import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { TooManyRequestsError } from '../errors';

const WINDOW_MS = 60_000;

/**
 * Limits how often a user may run checks on a record. Kept in the database, so that it holds across
 * replicas.
 */
export class OnDemandLimit {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Counts a run.
   *
   * @param bucket - user and what is checked
   * @param perMinute - runs allowed in any minute
   * @throws TooManyRequestsError with the seconds to wait
   */
  async take(bucket: string, perMinute: number): Promise<void> {
    const now = Date.now();
    const since = new Date(now - WINDOW_MS).toISOString();
    await this.#knex('on_demand_runs').where('at', '<', since).delete();
    const rows: Array<{ at: string }> = await this.#knex('on_demand_runs')
      .where({ bucket })
      .andWhere('at', '>=', since)
      .orderBy('at')
      .select('at');
    if (rows.length >= perMinute) {
      const free = Date.parse(rows[rows.length - perMinute].at) + WINDOW_MS;
      const seconds = Math.max(1, Math.ceil((free - now) / 1000));
      throw new TooManyRequestsError(
        `Too many checks in a minute (at most ${perMinute}); try again in ${seconds} s`,
        seconds,
      );
    }
    await this.#knex('on_demand_runs').insert({
      id: randomUUID(),
      bucket,
      at: new Date(now).toISOString(),
    });
  }
}
