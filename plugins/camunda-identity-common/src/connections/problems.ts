import type { z } from 'zod';

/** One thing that is wrong with an input. */
export interface Problem {
  /** Dotted path, empty for the whole. */
  path: string;
  message: string;
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
          path: [...path, key].join('.'),
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
  return problemsOf(error)
    .map(({ path, message }) => `${path || whole}: ${message}`)
    .join('; ');
}
