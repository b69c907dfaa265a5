import type { z } from 'zod';
import { problemsOf } from '../connections/problems';
import { readInput } from '../connections/readInput';
import { jsonSchema } from './openapi/jsonSchema';
import { operationsOf } from './operations';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What may be sent in place of anything. */
const SENT: unknown[] = [
  ...[undefined, null, true, 5, -1, 2.5, 1e9, '', 'x', 'x'.repeat(5_000)],
  ...[[], [1], [{}], Array.from({ length: 300 }, () => 'a'), {}, { a: 1 }],
];

/** A value with every member that a schema has. */
function full(schema: JsonSchema, kind: number): unknown {
  const kinds = (schema.oneOf ?? schema.anyOf) as JsonSchema[] | undefined;
  if (kinds) return full(kinds[Math.min(kind, kinds.length - 1)], kind);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [full(schema.items as JsonSchema, kind)];
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, member]) => [
        name,
        full(member as JsonSchema, kind),
      ]),
    );
  if (schema.type === 'boolean') return true;
  return schema.type === 'string' ? 'a' : 1;
}

/** The value with each part of it replaced by each of what is sent, and with a key that nobody knows. */
function* spoiled(value: unknown): Generator<unknown> {
  yield* SENT;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const entry of spoiled(value[0])) yield [entry];
    return;
  }
  yield { ...value, colour: 'red' };
  for (const [name, member] of Object.entries(value))
    for (const other of spoiled(member)) yield { ...value, [name]: other };
}

/** How zod begins. */
const WORDS_OF_ZOD =
  /^(Invalid|Too (big|small)|Unrecognized|Expected)\b|, received /;

/** Each schema once, though several operations may take it. */
const inputs = [
  ...new Map(
    Object.entries(operationsOf()).flatMap(([id, operation]: [string, any]) =>
      Object.entries<z.ZodType>({
        ...(operation.body ? { body: operation.body.schema } : {}),
        ...(operation.query ? { query: operation.query } : {}),
        ...operation.params,
      }).map(([part, schema]) => [
        JSON.stringify(jsonSchema(schema, 'input')),
        [`${part} of ${id}`, schema] as const,
      ]),
    ),
  ).values(),
];

it.each(inputs)(
  'what is wrong with the %s is never said in zod’s words',
  (_, schema) => {
    const messages = new Set<string>();
    for (const kind of [0, 1])
      for (const value of spoiled(full(jsonSchema(schema, 'input'), kind))) {
        const { error } = readInput(schema, value);
        for (const { message } of error ? problemsOf(error) : [])
          messages.add(message);
      }
    expect(messages.size).toBeGreaterThan(0);
    expect([...messages].filter(text => WORDS_OF_ZOD.test(text))).toEqual([]);
  },
);

it('would see zod’s words', () => {
  const [, schema] = inputs.find(([name]) => name === 'query of listReports')!;
  const { error } = schema.safeParse(null);
  expect(error!.issues[0].message).toMatch(WORDS_OF_ZOD);
});
