import type { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The schema with its defaults in the descriptions. A generator takes a member with a `default` for one that is
 * always there, which is true of answers; of a request it would make one that has to be sent.
 */
export function defaultsInWords<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(defaultsInWords) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const { default: value, ...rest } = schema as JsonSchema;
  const members = Object.entries(rest).map(([name, member]) => [
    name,
    // Below it are names of members, which may be called "default".
    name === 'properties'
      ? Object.fromEntries(
          Object.entries(member as object).map(([key, each]) => [
            key,
            defaultsInWords(each),
          ]),
        )
      : defaultsInWords(member),
  ]);
  if (value === undefined) return Object.fromEntries(members) as T;
  const words = `\`${String(value)}\` where it is left out`;
  return {
    ...Object.fromEntries(members),
    description: rest.description ? `${rest.description}; ${words}` : words,
  } as T;
}
