import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

interface Bounds {
  /** Where the configuration says nothing. */
  default: number;
  min: number;
  max: number;
}

const UNITS: ReadonlyArray<[ms: number, name: string]> = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
];

/** Milliseconds for people, in the largest unit that is not broken; a day is 24 hours. */
function spoken(ms: number): string {
  const [unit, name] = UNITS.find(
    ([size]) => ms % size === 0 && (size < DAY || ms > DAY),
  ) ?? [SECOND, 's'];
  return `${ms / unit} ${name}`;
}

/**
 * A whole number.
 *
 * @param config - `camundaIdentity`
 * @throws Error with one line that names the key, for a number out of bounds
 */
export function wholeNumber(
  config: Config | undefined,
  key: string,
  { default: defaultValue, min, max }: Bounds,
): number {
  const value = config?.getOptionalNumber(key) ?? defaultValue;
  if (!Number.isInteger(value) || value < min || value > max)
    throw new Error(
      `camundaIdentity.${key}: expected a whole number from ${min} to ${max}, not ${value}`,
    );
  return value;
}

/**
 * A duration, in milliseconds.
 *
 * @param config - `camundaIdentity`
 * @throws Error with one line that names the key, for what is no duration or out of bounds
 */
export function duration(
  config: Config | undefined,
  key: string,
  { default: defaultMs, min, max }: Bounds,
): number {
  if (!config?.has(key)) return defaultMs;
  let ms: number;
  try {
    ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch (error) {
    throw new Error(
      `camundaIdentity.${key}: expected a duration such as P1D or { hours: 6 }: ${
        (error as Error).message
      }`,
    );
  }
  if (!(ms >= min && ms <= max))
    throw new Error(
      `camundaIdentity.${key}: expected a duration from ${spoken(
        min,
      )} to ${spoken(max)}, not ${ms / SECOND} s`,
    );
  return ms;
}
