import {
  describeClients,
  machineClientName,
  type ByClient,
  type ClientKey,
  type ClientsSource,
  type ConnectionInput,
  type StoredSecret,
} from 'backstage-plugin-camunda-identity-common';

type Tree = { [key: string]: unknown };

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The part of a record, or of its view, that holds clients. */
type Holder = Pick<ConnectionInput, 'components' | 'machineClients'>;

function settingsOf(record: ClientsSource, client: string): unknown {
  const machine = machineClientName(client);
  if (machine !== undefined)
    return record.machineClients?.find(({ name }) => name === machine);
  return client
    .split('.')
    .reduce<unknown>(
      (tree, key) => (isTree(tree) ? tree[key] : undefined),
      record.components,
    );
}

function holderOf({ components, machineClients }: Holder): Holder {
  return { components, ...(machineClients ? { machineClients } : {}) };
}

/** Adds to each client's secret what is stored of it; its value is nowhere near. */
export function withStoredSecrets(
  record: Holder,
  stored: ByClient<StoredSecret> | undefined,
): Holder {
  if (!stored) return holderOf(record);
  const copy = structuredClone(holderOf(record));
  for (const [client, view] of Object.entries(stored)) {
    const settings = settingsOf(copy, client);
    // A component that was taken out of the record takes its secret out of sight.
    if (isTree(settings))
      settings.secret = { ...(settings.secret as object | undefined), ...view };
  }
  return copy;
}

const READ_ONLY = ['stored', 'setAt', 'setBy', 'next'];

/** The reverse: what a person edits. */
export function withoutStoredSecrets(record: Holder): Holder {
  const strip = (value: unknown, key?: string): unknown => {
    if (Array.isArray(value)) return value.map(item => strip(item));
    if (!isTree(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => key !== 'secret' || !READ_ONLY.includes(name))
        .map(([name, inner]) => [name, strip(inner, name)]),
    );
  };
  return strip(holderOf(record)) as Holder;
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
      const settings = settingsOf(before, client);
      const secret = isTree(settings) ? settings.secret : undefined;
      return isTree(secret) && secret.stored === true && !kept.includes(client);
    });
}
