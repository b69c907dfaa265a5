import {
  componentsWithoutEmpty,
  problemsOf,
  readInput,
  withoutEmpty,
} from 'backstage-plugin-camunda-identity-common/schema';
import type { z } from 'zod';

/**
 * Problems of values, by path.
 *
 * @public
 */
export type Problems = Map<string, string>;

/**
 * The problems that the API would report, found in the browser with the same schema.
 *
 * @public
 */
export function findProblems(
  schema: z.ZodType,
  value: unknown,
  clean: (value: unknown) => unknown = withoutEmpty,
): Problems {
  const result = readInput(schema, clean(value ?? {}));
  const problems: Problems = new Map();
  if (!result.success)
    for (const { path, message } of problemsOf(result.error))
      if (!problems.has(path)) problems.set(path, message);
  return problems;
}

/**
 * As {@link findProblems}, but a component that was switched on and left empty is a problem too.
 *
 * @public
 */
export function findComponentProblems(
  schema: z.ZodType,
  value: unknown,
): Problems {
  return findProblems(schema, value, componentsWithoutEmpty);
}

/**
 * Stops the form. Problems are shown at each field and not repeated in the list above the form.
 *
 * @public
 */
export function addProblems(
  problems: Problems,
  validation: { addError(message: string): void },
) {
  if (problems.size === 0) return;
  validation.addError(
    problems.size === 1
      ? 'one field needs a correction'
      : `${problems.size} fields need a correction`,
  );
}
