import type { z } from 'zod';

/** What is said of a key that nobody knows. */
export const UNKNOWN_KEY = 'unknown key';

const KINDS: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'text',
};

/** What a size is counted in; a number is its own size. */
const UNITS: Record<string, string> = {
  array: ' entries',
  string: ' characters',
};

function sizeOf(limit: number | bigint, origin: string): string {
  return `${limit}${UNITS[origin] ?? ''}`;
}

/** What is said of an issue where the schema has no words of its own. */
const inputWords: z.core.$ZodErrorMap = issue => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return `expected ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      if (issue.input === undefined) return 'is missing';
      return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values
        .map(String)
        .join(', ')}`;
    case 'too_big':
      return `at most ${sizeOf(issue.maximum, issue.origin)}`;
    case 'too_small':
      return `at least ${sizeOf(issue.minimum, issue.origin)}`;
    case 'unrecognized_keys':
      return UNKNOWN_KEY;
    case 'invalid_union':
      return 'has none of the forms that are possible here';
    case 'invalid_key':
      return 'has a key that is not possible here';
    case 'invalid_format':
      return 'does not have the form that is expected here';
    default:
      return 'is not possible here';
  }
};

/**
 * Reads an input; what is wrong with it is told in the words of this product, never in zod's.
 *
 * @param input - anything
 * @public
 */
export function readInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.ZodSafeParseResult<z.output<T>> {
  return schema.safeParse(input, { error: inputWords });
}
