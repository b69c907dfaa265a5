import {
  describeClients,
  type ClientKey,
  type Components,
  type StoredSecret,
} from 'backstage-plugin-camunda-identity-common';

type Tree = { [key: string]: unknown };

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function settingsOf(components: object, client: string): unknown {
  return client
    .split('.')
    .reduce<unknown>(
      (tree, key) => (isTree(tree) ? tree[key] : undefined),
      components,
    );
}

/** Adds to each client's secret what is stored of it; its value is nowhere near. */
export function withStoredSecrets(
  components: Components,
  stored: Partial<Record<ClientKey, StoredSecret>> | undefined,
): Components {
  if (!stored) return components;
  const copy = structuredClone(components) as Tree;
  for (const [client, view] of Object.entries(stored)) {
    const settings = settingsOf(copy, client);
    // A component that was taken out of the record takes its secret out of sight.
    if (isTree(settings))
      settings.secret = { ...(settings.secret as object | undefined), ...view };
  }
  return copy as Components;
}

const READ_ONLY = ['stored', 'setAt', 'setBy', 'next'];

/** The reverse: what a person edits. */
export function withoutStoredSecrets(components: Components): Components {
  const strip = (value: unknown, key?: string): unknown => {
    if (!isTree(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => key !== 'secret' || !READ_ONLY.includes(name))
        .map(([name, inner]) => [name, strip(inner, name)]),
    );
  };
  return strip(components) as Components;
}

type Clients = Parameters<typeof describeClients>[0];

/**
 * Clients whose stored secrets go with an edit, since the record has no such client any more.
 *
 * @param before - as in a view
 */
export function droppedSecrets(before: Clients, after: Clients): ClientKey[] {
  const kept = describeClients(after).map(({ key }) => key);
  return describeClients(before)
    .map(({ key }) => key)
    .filter(client => {
      const settings = settingsOf(before.components, client);
      const secret = isTree(settings) ? settings.secret : undefined;
      return isTree(secret) && secret.stored === true && !kept.includes(client);
    });
}
