import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

/*
 * Types of settings. Numbers and booleans may be texts, as everywhere in app-config, since environment
 * variables are texts. No message repeats a value, which may be a misplaced secret.
 */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

interface Bounds {
  min: number;
  max: number;
  /** Used if the configuration has no value. */
  default: number;
}

/** Keys of one level; an unknown key is an error. The section may be omitted. */
export function section<T extends z.core.$ZodLooseShape>(shape: T) {
  return requiredSection(shape).prefault({} as never);
}

/** As {@link section}, for an entry of a list. */
export function requiredSection<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `unknown key; expected one of ${Object.keys(shape).join(', ')}`
        : 'expected a section with keys of its own',
  });
}

/** An optional list. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.array(item, { error: 'expected a list' }).default([]);
}

export const text = z.string({
  error: issue =>
    issue.input === undefined ? 'is missing' : 'expected a text',
});

export function wholeNumber({ min, max, default: unset }: Bounds) {
  const error = `expected a whole number from ${min} to ${max}`;
  return z
    .preprocess(
      value =>
        typeof value === 'string' && value.trim() ? Number(value) : value,
      z.int({ error }).min(min, { error }).max(max, { error }),
    )
    .default(unset);
}

const YES = /^(?:y|yes|true|1|on)$/i;
const NO = /^(?:n|no|false|0|off)$/i;

/** True or false, in the spellings that Backstage accepts. */
export function flag(unset: boolean) {
  return z
    .preprocess(value => {
      const word = String(value).trim();
      if (YES.test(word)) return true;
      return NO.test(word) ? false : value;
    }, z.boolean({ error: 'expected true or false' }))
    .default(unset);
}

const UNITS: ReadonlyArray<[ms: number, name: string]> = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
];

/** Formats milliseconds in the largest unit that divides them; a day is 24 hours. */
function spoken(ms: number): string {
  const [unit, name] = UNITS.find(
    ([size]) => ms % size === 0 && (size < DAY || ms > DAY),
  ) ?? [SECOND, 's'];
  return `${ms / unit} ${name}`;
}

/** A duration in any form that Backstage accepts, converted to milliseconds. */
export function duration({ min, max, default: unset }: Bounds) {
  return z
    .unknown()
    .transform((value, ctx) => {
      const refuse = (message: string) => {
        ctx.addIssue({ code: 'custom', message });
        return z.NEVER;
      };
      let ms: number;
      try {
        const config = new ConfigReader({ value } as never);
        ms = durationToMilliseconds(
          readDurationFromConfig(config, { key: 'value' }),
        );
      } catch {
        return refuse('expected a duration such as P1D or { hours: 6 }');
      }
      return ms >= min && ms <= max
        ? ms
        : refuse(`expected a duration from ${spoken(min)} to ${spoken(max)}`);
    })
    .default(unset);
}
