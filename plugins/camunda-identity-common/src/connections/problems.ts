import type { z } from 'zod';

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

function walk(
  issues: readonly z.core.$ZodIssue[],
  prefix: PropertyKey[],
  problems: Problem[],
) {
  for (const issue of issues) {
    const path = [...prefix, ...issue.path];
    // A schema that words this itself does so because its keys are not to be repeated.
    if (
      issue.code === 'unrecognized_keys' &&
      issue.message.startsWith('Unrecognized key')
    ) {
      for (const key of issue.keys)
        problems.push({
          path: [...path, shown(key)].join('.'),
          message: 'unknown key',
        });
    } else {
      problems.push({ path: path.join('.'), message: messageOf(issue) });
    }
  }
}

function messageOf(issue: z.core.$ZodIssue): string {
  // zod words a missing member as a type error.
  if (/received undefined/.test(issue.message)) return 'is missing';
  return issue.message;
}

/**
 * Every problem of a zod error, one each.
 *
 * @public
 */
export function problemsOf(error: z.ZodError): Problem[] {
  const problems: Problem[] = [];
  walk(error.issues, [], problems);
  return problems;
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
