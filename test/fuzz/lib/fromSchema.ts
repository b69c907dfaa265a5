import fc from 'fast-check';
import { hostileText, hostileValue } from './hostile';

type Schema = Record<string, any>;

/** How deep a schema is followed before anything will do. */
const MAX_DEPTH = 6;

/**
 * Values that a JSON Schema allows, or nearly: now and then a part is something else, and now and then a
 * member is missing or too many.
 *
 * @param components - where `$ref` points into
 */
export function fromSchema(
  schema: Schema,
  components: { schemas?: Record<string, Schema> },
  depth = 0,
): fc.Arbitrary<unknown> {
  const well = wellFormed(schema, components, depth);
  return fc.oneof(
    { weight: 60, arbitrary: well },
    { weight: 1, arbitrary: hostileValue },
  );
}

function wellFormed(
  schema: Schema,
  components: { schemas?: Record<string, Schema> },
  depth: number,
): fc.Arbitrary<unknown> {
  const inner = (entry: Schema) => fromSchema(entry, components, depth + 1);
  if (depth > MAX_DEPTH || !schema || typeof schema !== 'object')
    return hostileValue;
  if (schema.$ref) {
    const target = components.schemas?.[String(schema.$ref).split('/').pop()!];
    return target ? wellFormed(target, components, depth + 1) : hostileValue;
  }
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map(inner));
  if (schema.allOf)
    return fc
      .tuple(...(schema.allOf as Schema[]).map(inner))
      .map(parts => Object.assign({}, ...parts));
  switch ([schema.type].flat()[0]) {
    case 'object':
      return objectOf(schema, inner);
    case 'array':
      return fc.array(inner(schema.items ?? {}), { maxLength: 5 });
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer(), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textOf(schema);
    default:
      return hostileValue;
  }
}

function objectOf(
  schema: Schema,
  inner: (entry: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Schema);
  const members = Object.fromEntries(
    properties.map(([name, entry]) => [name, inner(entry as Schema)]),
  );
  const required = (schema.required ?? []) as string[];
  return fc
    .tuple(
      fc.record(members, {
        requiredKeys: required.filter(name => name in members),
      }),
      fc.dictionary(hostileText, hostileValue, { maxKeys: 1 }),
      fc.nat(20),
    )
    .map(([known, more, dice]) => (dice === 0 ? { ...known, ...more } : known));
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  const examples = (schema.examples ?? []) as string[];
  return fc.oneof(
    { weight: 2, arbitrary: hostileText },
    { weight: 2, arbitrary: fc.constantFrom('a', 'prod', 'x1', ...examples) },
    // fast-check makes no texts for a pattern that looks ahead.
    ...(schema.pattern && !schema.pattern.includes('(?=')
      ? [
          {
            weight: 4,
            arbitrary: fc.stringMatching(new RegExp(schema.pattern)),
          },
        ]
      : []),
  );
}
