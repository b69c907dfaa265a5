import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { TooManyRequestsError } from '../input/errors';

const WINDOW_MS = 60_000;

/** Tolerated difference between the clocks of replicas. */
const MAX_SKEW_MS = 5_000;

/**
 * Limits how often a user may run checks on a record. Stored in the database, so that it applies across
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
   * @param bucket - user and subject of the check
   * @param perMinute - allowed runs per minute
   * @param what - name of the operation, for the message
   * @throws TooManyRequestsError with the seconds to wait
   */
  async take(
    bucket: string,
    perMinute: number,
    what = 'checks',
  ): Promise<void> {
    const now = Date.now();
    const since = new Date(now - WINDOW_MS).toISOString();
    // Clocks of replicas differ slightly.
    const until = new Date(now + MAX_SKEW_MS).toISOString();
    const wait = await this.#knex.transaction(async tx => {
      await this.#lock(tx, bucket);
      // Stored while a clock was ahead; they would count until that time.
      await tx('on_demand_runs')
        .where({ bucket })
        .andWhere('at', '>', until)
        .delete();
      const rows: Array<{ at: string }> = await tx('on_demand_runs')
        .where({ bucket })
        .andWhere('at', '>=', since)
        .orderBy('at')
        .select('at');
      if (rows.length >= perMinute)
        return Date.parse(rows[rows.length - perMinute].at) + WINDOW_MS - now;
      await tx('on_demand_runs').insert({
        id: randomUUID(),
        bucket,
        at: new Date(now).toISOString(),
      });
      return undefined;
    });
    if (wait === undefined) return;
    const seconds = Math.max(1, Math.ceil(wait / 1000));
    throw new TooManyRequestsError(
      `Too many ${what} in a minute (at most ${perMinute}); try again in ${seconds} s`,
      seconds,
    );
  }

  /** Forgets runs that no longer count. */
  async clean(): Promise<void> {
    const now = Date.now();
    await this.#knex('on_demand_runs')
      .where('at', '<', new Date(now - WINDOW_MS).toISOString())
      .orWhere('at', '>', new Date(now + MAX_SKEW_MS).toISOString())
      .delete();
  }

  /**
   * Prevents two concurrent runs from both taking the last slot. SQLite has one writer at a time anyway; on
   * PostgreSQL a lock on the bucket is held until the transaction ends.
   */
  async #lock(tx: Knex.Transaction, bucket: string) {
    if (tx.client.config.client === 'pg')
      await tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        `camunda-identity ${bucket}`,
      ]);
  }
}
