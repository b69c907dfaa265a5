import type {
  Connection,
  StoredSecret,
} from 'backstage-plugin-camunda-identity-common/client';

/** What a record says of a client's secret. */
export interface SecretView extends Partial<StoredSecret> {
  kubernetesSecret?: { name: string; key: string };
  env?: { name: string };
}

/** The secret of a client as the record has it; undefined where it names none. */
export function secretOf(
  connection: Connection,
  client: string,
): SecretView | undefined {
  if (client.startsWith('machine.')) {
    const name = client.slice('machine.'.length);
    const { machineClients } = connection as {
      machineClients?: Array<{ name: string; secret?: SecretView }>;
    };
    return machineClients?.find(entry => entry.name === name)?.secret;
  }
  let value: unknown = connection.components;
  for (const key of client.split('.'))
    value = (value as Record<string, unknown> | undefined)?.[key];
  return (value as { secret?: SecretView } | undefined)?.secret;
}
