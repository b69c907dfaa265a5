import type { Config } from '@backstage/config';
import type { Cadence } from '../record/cadence';
import { DAY, duration, HOUR, MINUTE, SECOND, wholeNumber } from './bounded';

/** How the background work runs; all times in milliseconds. */
export interface ScheduleConfig {
  cadence: Cadence;
  schedule: {
    enabled: boolean;
    frequencyMs: number;
    timeoutMs: number;
    concurrency: number;
  };
  retention: { maxAgeMs: number; maxReports: number };
  notifications: boolean;
}

/** Health lists this many reports, which have to be there. */
const MIN_REPORTS = 30;

const CADENCE = { min: SECOND, max: 366 * DAY };

function readCadence(config: Config | undefined): Cadence {
  const cadence = {
    everyMs: duration(config, 'checks.every', { default: DAY, ...CADENCE }),
    minEveryMs: duration(config, 'checks.minEvery', {
      default: 5 * MINUTE,
      ...CADENCE,
    }),
    retryAfterMs: duration(config, 'checks.retryAfter', {
      default: 15 * MINUTE,
      ...CADENCE,
    }),
  };
  if (cadence.everyMs < cadence.minEveryMs)
    throw new Error(
      'camundaIdentity.checks.every is shorter than camundaIdentity.checks.minEvery (PT5M by default)',
    );
  return cadence;
}

function readSchedule(config: Config | undefined, runTimeoutMs: number) {
  const schedule = {
    enabled: config?.getOptionalBoolean('schedule.enabled') ?? true,
    frequencyMs: duration(config, 'schedule.frequency', {
      default: MINUTE,
      min: SECOND,
      max: DAY,
    }),
    timeoutMs: duration(config, 'schedule.timeout', {
      default: HOUR,
      min: 10 * SECOND,
      max: DAY,
    }),
    concurrency: wholeNumber(config, 'schedule.concurrency', {
      default: 10,
      min: 1,
      max: 500,
    }),
  };
  if (schedule.timeoutMs < runTimeoutMs)
    throw new Error(
      `camundaIdentity.schedule.timeout is shorter than camundaIdentity.http.runTimeoutMs (${runTimeoutMs}): no check could end`,
    );
  return schedule;
}

function readRetention(config: Config | undefined, everyMs: number) {
  const maxAgeMs = duration(config, 'retention.maxAge', {
    default: 90 * DAY,
    min: HOUR,
    max: 3_660 * DAY,
  });
  if (maxAgeMs < everyMs)
    throw new Error(
      'camundaIdentity.retention.maxAge (P90D by default) is shorter than camundaIdentity.checks.every (P1D by default)',
    );
  const maxReports = wholeNumber(config, 'retention.maxReports', {
    default: 200,
    min: MIN_REPORTS,
    max: 10_000,
  });
  return { maxAgeMs, maxReports };
}

/**
 * @param config - `camundaIdentity`
 * @param runTimeoutMs - for all checks of a run
 * @throws Error with one line that names the key, for a value that cannot be
 */
export function readScheduleConfig(
  config: Config | undefined,
  runTimeoutMs: number,
): ScheduleConfig {
  const cadence = readCadence(config);
  return {
    cadence,
    schedule: readSchedule(config, runTimeoutMs),
    retention: readRetention(config, cadence.everyMs),
    notifications: config?.getOptionalBoolean('notifications') ?? true,
  };
}
