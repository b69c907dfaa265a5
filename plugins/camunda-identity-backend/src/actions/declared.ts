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

/** What language models send where they have nothing to say. */
function isNothing(value: unknown): boolean {
  return value === null || value === '';
}

/**
 * An optional argument: declared with its type or its values, taken as it comes. What is wrong with it is said
 * by the schema that the handler parses with.
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

/** One of some values, declared so; another text is refused by the schema that the handler parses with. */
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

/** The arguments that say something. */
export function withoutNothing<T extends object>(input: T): T {
  return Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) => value !== undefined && !isNothing(value),
    ),
  ) as T;
}
