import type { z } from 'zod';
import { parse } from '../input/parse';

/**
 * The input of an action, held against the schema that the API validates with.
 *
 * @throws InputError with every problem
 */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  return parse(schema, input, 'input');
}
