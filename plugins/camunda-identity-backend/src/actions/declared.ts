import type { z as z3 } from 'zod/v3';

/**
 * The input of an action as declared to the registry. Unknown arguments pass here and are refused, by name, by
 * the schema that the handler parses with; the registry would answer with a dump.
 */
export function declaredInput<T extends z3.ZodRawShape>(
  zod: typeof z3,
  shape: T,
) {
  return zod.object(shape).passthrough();
}

/** What language models send for an argument that they leave out. */
function isNothing(value: unknown): boolean {
  return value === null || value === '';
}

/**
 * An optional argument: declared with its type or values, but accepted unchecked. The schema that the handler
 * parses with reports what is wrong with it.
 */
export function optional<T extends z3.ZodTypeAny>(
  zod: typeof z3,
  type: T,
  description: string,
) {
  return zod
    .preprocess(value => (isNothing(value) ? undefined : value), type)
    .optional()
    .catch(({ input }) => input)
    .describe(description);
}

/** An argument declared as an enum; the schema that the handler parses with refuses other values. */
export function oneOf<T extends [string, ...string[]]>(
  zod: typeof z3,
  values: Readonly<T> | readonly string[],
) {
  return zod.union([zod.enum(values as T), zod.string()]);
}

/** A Camunda version may come as a text or as a number: 8.7. */
export function withVersionText<T extends object>(input: T): T {
  const { camundaVersion } = input as { camundaVersion?: unknown };
  return typeof camundaVersion === 'number'
    ? { ...input, camundaVersion: String(camundaVersion) }
    : input;
}

/** Removes arguments that were left out. */
export function withoutNothing<T extends object>(input: T): T {
  return Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) => value !== undefined && !isNothing(value),
    ),
  ) as T;
}
