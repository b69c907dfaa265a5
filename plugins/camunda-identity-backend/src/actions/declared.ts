import type { z as z3 } from 'zod/v3';

/**
 * The input of an action as the registry wants it declared. Unknown arguments pass here and are refused by the
 * schema that the handler parses with, which names them; the registry would answer with a dump.
 */
export function declaredInput<T extends z3.ZodRawShape>(
  zod: typeof z3,
  shape: T,
) {
  return zod.object(shape).passthrough();
}

/** What language models send for an argument that they leave open. */
function isNothing(value: unknown): boolean {
  return value === null || value === '';
}

/**
 * An optional argument: declared with its type or values, but accepted as it comes. The schema that the handler
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

/** Values of a Camunda version come as text and as number: 8.7. */
export function withVersionText<T extends object>(input: T): T {
  const { camundaVersion } = input as { camundaVersion?: unknown };
  return typeof camundaVersion === 'number'
    ? { ...input, camundaVersion: String(camundaVersion) }
    : input;
}

/** Removes arguments that were left open. */
export function withoutNothing<T extends object>(input: T): T {
  return Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) => value !== undefined && !isNothing(value),
    ),
  ) as T;
}
