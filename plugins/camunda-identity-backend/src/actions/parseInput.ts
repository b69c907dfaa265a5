import type { z } from 'zod';
import { parse } from '../input/parse';

/**
 * Validates the input of an action with the schema of the API.
 *
 * @throws InputError with every problem
 */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  return parse(schema, input, 'input');
}
