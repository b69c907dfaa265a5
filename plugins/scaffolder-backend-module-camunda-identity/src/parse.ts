import { InputError } from '@backstage/errors';
import {
  problemMessage,
  readInput,
  recordWithoutEmpty,
} from 'backstage-plugin-camunda-identity-common/schema';
import type { z } from 'zod';

/** @throws InputError with every problem */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  const result = readInput(schema, recordWithoutEmpty(input));
  if (!result.success) throw new InputError(problemMessage(result.error));
  return result.data;
}
