import { z } from 'zod';

type Json = Record<string, any>;

/** What says how a value looks; what makes it right is said by our own schema, in its own words. */
const KEPT = ['type', 'description', 'const', 'enum', 'default'] as const;

function shapeOf(schema: Json): Json {
  const shape: Json = {};
  for (const key of KEPT) if (key in schema) shape[key] = schema[key];
  const choices = schema.anyOf ?? schema.oneOf;
  // Two choices may look alike as long as neither demands anything.
  if (choices) shape.anyOf = choices.map(shapeOf);
  if (schema.items) shape.items = shapeOf(schema.items);
  if (schema.properties)
    shape.properties = Object.fromEntries(
      Object.entries<Json>(schema.properties).map(([name, inner]) => [
        name,
        shapeOf(inner),
      ]),
    );
  return shape;
}

/**
 * Says in an action's input schema what its nested inputs look like, so that the list of actions and an editor of
 * templates show it. The action itself refuses what is wrong.
 *
 * @param shapes - schemas of the common package, by input
 */
export function withShapes<T extends { schema?: { input?: Json } }>(
  action: T,
  shapes: Readonly<Record<string, z.ZodType>>,
): T {
  const properties = action.schema?.input?.properties ?? {};
  for (const [name, schema] of Object.entries(shapes)) {
    const { description } = properties[name];
    properties[name] = {
      ...shapeOf(
        z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
      ),
      ...(description ? { description } : {}),
    };
  }
  return action;
}
