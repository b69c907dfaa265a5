import type { z } from 'zod';
import { UNKNOWN_KEY } from './readInput';

/**
 * One thing that is wrong with an input.
 *
 * @public
 */
export interface Problem {
  /** Dotted path, empty for the whole. */
  path: string;
  message: string;
}

/** More of them help nobody, and an input may have one for every two of its bytes. */
const MAX_PROBLEMS = 50;

const SHOWN_KEY = /^[\w.$/-]{1,64}$/;

/** A key that nobody knows is the caller's own text: it is named where it looks like a name. */
function shown(key: string): string {
  return SHOWN_KEY.test(key) ? key : '(a key that is no name)';
}

/**
 * Every problem of an input, one each.
 *
 * @param error - of `readInput`
 * @public
 */
export function problemsOf(error: z.ZodError): Problem[] {
  const at = ({ path }: z.core.$ZodIssue) => path.join('.');
  const ofAnotherKind = new Set(
    error.issues.filter(({ code }) => code === 'invalid_type').map(at),
  );
  return error.issues.flatMap(issue => {
    const { code, message, path } = issue;
    // A schema that words this itself does so because its keys are not to be repeated.
    if (code === 'unrecognized_keys' && message === UNKNOWN_KEY)
      return issue.keys.map(key => ({
        path: [...path, shown(key)].join('.'),
        message,
      }));
    // zod measures a text where it expects a list, too.
    const isSize = code === 'too_big' || code === 'too_small';
    if (isSize && ofAnotherKind.has(at(issue))) return [];
    return [{ path: at(issue), message }];
  });
}

/**
 * The problems as one message, `path: what is wrong` each.
 *
 * @param whole - what the input is called, for what is wrong with all of it
 * @public
 */
export function problemMessage(error: z.ZodError, whole = 'body'): string {
  const problems = problemsOf(error);
  const told = problems
    .slice(0, MAX_PROBLEMS)
    .map(({ path, message }) => `${path || whole}: ${message}`);
  const more = problems.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more problems`] : [])].join(
    '; ',
  );
}
