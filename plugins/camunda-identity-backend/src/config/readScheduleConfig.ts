import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import type { Cadence } from '../schedule/cadence';

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

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Health lists this many reports, which have to be there. */
const MIN_REPORTS = 30;

function duration(
  config: Config | undefined,
  key: string,
  defaultMs: number,
  minMs: number,
): number {
  if (!config?.has(key)) return defaultMs;
  let ms: number;
  try {
    ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch (error) {
    throw new Error(
      `camundaIdentity.${key} is not a duration such as P1D or { hours: 6 }: ${
        (error as Error).message
      }`,
    );
  }
  if (!(ms >= minMs))
    throw new Error(`camundaIdentity.${key} is shorter than ${minMs / 1000} s`);
  return ms;
}

function wholeNumber(
  config: Config | undefined,
  key: string,
  defaultValue: number,
  min: number,
): number {
  const value = config?.getOptionalNumber(key) ?? defaultValue;
  if (!Number.isInteger(value) || value < min)
    throw new Error(
      `camundaIdentity.${key} is ${value}, expected a whole number of at least ${min}`,
    );
  return value;
}

/**
 * @param config - `camundaIdentity`
 * @throws Error with one line that names the key, for a value that cannot be
 */
export function readScheduleConfig(config: Config | undefined): ScheduleConfig {
  const minEveryMs = duration(config, 'checks.minEvery', 5 * MINUTE, 1000);
  const everyMs = duration(config, 'checks.every', DAY, 1000);
  if (everyMs < minEveryMs)
    throw new Error(
      'camundaIdentity.checks.every is shorter than camundaIdentity.checks.minEvery',
    );
  return {
    cadence: {
      everyMs,
      minEveryMs,
      retryAfterMs: duration(config, 'checks.retryAfter', 15 * MINUTE, 1000),
    },
    schedule: {
      enabled: config?.getOptionalBoolean('schedule.enabled') ?? true,
      frequencyMs: duration(config, 'schedule.frequency', MINUTE, 1000),
      timeoutMs: duration(config, 'schedule.timeout', HOUR, 10_000),
      concurrency: wholeNumber(config, 'schedule.concurrency', 10, 1),
    },
    retention: {
      maxAgeMs: duration(config, 'retention.maxAge', 90 * DAY, HOUR),
      maxReports: wholeNumber(config, 'retention.maxReports', 200, MIN_REPORTS),
    },
    notifications: config?.getOptionalBoolean('notifications') ?? true,
  };
}
