import type {
  ClientKey,
  ComponentFacts,
} from 'backstage-plugin-camunda-identity-common/facts';

/**
 * The path of a client in a record; machine clients are in a list and have none.
 *
 * @public
 */
export function clientPath(client: ClientKey): string {
  return `components.${client}`;
}

/**
 * The path of a component's URL, if it has one.
 *
 * @public
 */
export function urlPath(component: ComponentFacts): string | undefined {
  return component.clients.some(({ redirectPaths }) => redirectPaths.length)
    ? `components.${component.key}.url`
    : undefined;
}

/**
 * The value at a dotted path; list entries by index.
 *
 * @public
 */
export function valueAt(data: unknown, path: string): unknown {
  let current = data;
  for (const key of path.split('.')) {
    if (current === null || typeof current !== 'object') return undefined;
    current = Object.hasOwn(current, key)
      ? (current as Record<string, unknown>)[key]
      : undefined;
  }
  return current;
}

function within(
  data: unknown,
  keys: readonly string[],
  value: unknown,
): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(data)) {
    const index = Number(key);
    const next = within(data[index], rest, value);
    return next === undefined
      ? data.filter((_, place) => place !== index)
      : Object.assign([...data], { [index]: next });
  }
  const object = (data ?? {}) as Record<string, unknown>;
  const next = within(object[key], rest, value);
  const { [key]: _old, ...others } = object;
  return next === undefined ? others : { ...object, [key]: next };
}

/**
 * A copy with one value set at a dotted path; `undefined` removes it.
 *
 * @public
 */
export function withValue(
  data: unknown,
  path: string,
  value: unknown,
): Record<string, unknown> {
  return within(data, path.split('.'), value) as Record<string, unknown>;
}

/**
 * The initial value of a component when it is switched on.
 *
 * @public
 */
export function initialValue(component: ComponentFacts): unknown {
  let value: Record<string, unknown> = {};
  for (const { key } of component.clients) {
    const inner = key.split('.').slice(1).join('.');
    if (inner) value = withValue(value, inner, {});
  }
  return component.key === 'connectors' ? { ...value, mode: 'inbound' } : value;
}
