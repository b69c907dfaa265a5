import type { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The members of one or several kinds of object, and those that each of them needs. */
function membersOf(kinds: JsonSchema[]) {
  const members = new Map<string, JsonSchema[]>();
  for (const { properties = {} } of kinds)
    for (const [name, schema] of Object.entries(properties))
      members.set(name, [
        ...(members.get(name) ?? []),
        asMergePatch(schema as JsonSchema),
      ]);
  const needed = (name: string) =>
    kinds.every(({ required = [] }) => required.includes(name));
  return [...members].map(([name, schemas]) => ({ name, schemas, needed }));
}

/** One of several, without repeating what is the same. */
function anyOf(schemas: JsonSchema[]): JsonSchema {
  const different = [
    ...new Map(schemas.map(entry => [JSON.stringify(entry), entry])).values(),
  ];
  return different.length === 1 ? different[0] : { anyOf: different };
}

/**
 * The schema of a JSON merge patch (RFC 7396) for what has the given one: every member may be left out, and
 * those that may be missing may be null, which takes them away. Lists are replaced whole. A patch may turn
 * one kind of object into another, so it may name the members of each.
 */
export function asMergePatch(schema: JsonSchema): JsonSchema {
  const kinds = (schema.oneOf as JsonSchema[] | undefined) ?? [schema];
  // What is left out of a patch stays as it is: there are no defaults.
  const { default: _default, ...whole } = schema;
  if (!kinds.every(({ properties }) => properties)) return whole;
  const { required: _required, oneOf: _oneOf, ...rest } = whole;
  return {
    ...rest,
    type: 'object',
    properties: Object.fromEntries(
      membersOf(kinds).map(({ name, schemas, needed }) => [
        name,
        anyOf(needed(name) ? schemas : [...schemas, { type: 'null' }]),
      ]),
    ),
    additionalProperties: false,
  };
}
