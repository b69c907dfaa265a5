import type {
  ClientKey,
  ComponentFacts,
} from 'backstage-plugin-camunda-identity-common/facts';

/** The value of the field: a record's `components`, as far as it has been typed. */
export type ComponentsFormData = Record<string, unknown>;

/** Where a client's values stand below `components`: webModeler.ui -> webModeler, ui. */
export function clientPath(client: ClientKey): string[] {
  return client.split('.');
}

/** Where a component's URL stands, if it has one. */
export function urlPath(component: ComponentFacts): string[] | undefined {
  return component.clients.some(({ redirectPaths }) => redirectPaths.length)
    ? [component.key, 'url']
    : undefined;
}

export function valueAt(data: unknown, path: readonly string[]): unknown {
  let current = data;
  for (const key of path) {
    if (current === null || typeof current !== 'object') return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}

/** A copy with one value set. */
export function withValue(
  data: unknown,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const [key, ...rest] = path;
  const object = (data ?? {}) as Record<string, unknown>;
  return {
    ...object,
    [key]: rest.length ? withValue(object[key], rest, value) : value,
  };
}

/** What a component starts with when it is switched on. */
export function initialValue(component: ComponentFacts): unknown {
  let value: Record<string, unknown> = {};
  for (const { key } of component.clients) {
    const inner = clientPath(key).slice(1);
    if (inner.length) value = withValue(value, inner, {});
  }
  return component.key === 'connectors' ? { ...value, mode: 'inbound' } : value;
}
