import { InputError } from '@backstage/errors';
import { problemMessage } from 'backstage-plugin-camunda-identity-common/schema';
import type { z } from 'zod';

/**
 * Form fields that were left empty arrive as empty texts, lists or objects; a record has no such thing.
 */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
      .filter(([, inner]) => !isEmpty(inner)),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return (
    typeof value === 'object' &&
    (Array.isArray(value) ? value.length : Object.keys(value).length) === 0
  );
}

/** @throws InputError with every problem */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  const result = schema.safeParse(withoutEmpty(input));
  if (!result.success) throw new InputError(problemMessage(result.error));
  return result.data;
}
