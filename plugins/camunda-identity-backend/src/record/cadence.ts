import { Duration } from 'luxon';

/** How often records are checked; all in milliseconds. */
export interface Cadence {
  /** Used if the record has no cadence. */
  everyMs: number;
  /** After the first failed run; doubles with each further one. */
  retryAfterMs: number;
  /** The shortest interval that a record may ask for. */
  minEveryMs: number;
}

/** Failing records are tried at least this often. */
const MAX_BACKOFF_MS = 6 * 60 * 60 * 1000;

/** A stored interval may exceed the range of dates. */
const MAX_EVERY_MS = 366 * 24 * 60 * 60 * 1000;

/** Fraction by which an interval is randomly extended, so that records created together spread out. */
const JITTER = 0.1;

/**
 * The time at which a record is due after a run that ended at `now`.
 *
 * After success: one cadence later. After a failure sooner, to notice a provider that is back; the delay then
 * doubles up to the cadence, or six hours if that is shorter. Randomly extended by up to a tenth, never
 * shortened.
 *
 * @param every - the record's own cadence, ISO 8601 duration
 * @param failures - failed runs in a row
 * @param random - between 0 and 1
 * @returns milliseconds since 1970
 */
export function nextDueAt(
  now: number,
  cadence: Cadence,
  run: { every?: string; failures: number },
  random: number = Math.random(),
): number {
  const own = run.every ? Duration.fromISO(run.every).toMillis() : NaN;
  const every = Math.min(
    Math.max(Number.isFinite(own) ? own : cadence.everyMs, cadence.minEveryMs),
    MAX_EVERY_MS,
  );
  const delay =
    run.failures > 0
      ? Math.min(
          Math.min(every, cadence.retryAfterMs) * 2 ** (run.failures - 1),
          Math.max(every, MAX_BACKOFF_MS),
        )
      : every;
  return now + Math.round(delay * (1 + JITTER * random));
}
