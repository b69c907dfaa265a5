import {
  machineClientName,
  type ByClient,
  type ClientsSource,
  type ConnectionInput,
  type StoredSecret,
} from 'backstage-plugin-camunda-identity-common';

type ObjectTree = { [key: string]: unknown };

function isObjectTree(value: unknown): value is ObjectTree {
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
      (tree, key) => (isObjectTree(tree) ? tree[key] : undefined),
      record.components,
    );
}

function holderOf({ components, machineClients }: Holder): Holder {
  return { components, ...(machineClients ? { machineClients } : {}) };
}

/** Adds to each client's secret the metadata of the stored one, never its value. */
export function withStoredSecrets(
  record: Holder,
  stored: ByClient<StoredSecret> | undefined,
): Holder {
  if (!stored) return holderOf(record);
  const copy = structuredClone(holderOf(record));
  for (const [client, view] of Object.entries(stored)) {
    const settings = settingsOf(copy, client);
    // The secret of a removed component is not shown.
    if (isObjectTree(settings))
      settings.secret = { ...(settings.secret as object | undefined), ...view };
  }
  return copy;
}
