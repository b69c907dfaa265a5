import {
  componentsWithoutEmpty,
  problemsOf,
  withoutEmpty,
} from 'backstage-plugin-camunda-identity-common/schema';
import type { z } from 'zod';

/** What is wrong with a value, by path. */
export type Problems = Map<string, string>;

/** The problems that the API would name, found in the browser with the same schema. */
export function findProblems(
  schema: z.ZodType,
  value: unknown,
  clean: (value: unknown) => unknown = withoutEmpty,
): Problems {
  const result = schema.safeParse(clean(value ?? {}));
  const problems: Problems = new Map();
  if (!result.success)
    for (const { path, message } of problemsOf(result.error))
      if (!problems.has(path)) problems.set(path, message);
  return problems;
}

/** As {@link findProblems}, where a component that was switched on and left empty is a problem. */
export function findComponentProblems(
  schema: z.ZodType,
  value: unknown,
): Problems {
  return findProblems(schema, value, componentsWithoutEmpty);
}

/** Hands problems to the form, so that it does not go on. */
export function addProblems(
  problems: Problems,
  validation: { addError(message: string): void },
) {
  for (const [path, message] of problems)
    validation.addError(path ? `${path}: ${message}` : message);
}
