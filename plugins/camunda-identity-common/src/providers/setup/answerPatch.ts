import { machineClientName, type ClientKey } from '../../camunda';
import type { MachineClient } from '../../connections/machineClients';
import type { WorkOrderAnswer } from './workOrderAnswer';

type PatchTree = { [key: string]: PatchTree | string };

function put(tree: PatchTree, path: readonly string[], value: string) {
  let current = tree;
  for (const key of path.slice(0, -1)) {
    current[key] = current[key] ?? {};
    current = current[key] as PatchTree;
  }
  current[path[path.length - 1]] = value;
}

/**
 * Converts the provider team's answer to a merge patch of the record (RFC 7396).
 *
 * @param record - its machine clients, which a patch can only replace together, and the clients with a secret
 * @public
 */
export function answerPatch(
  record: {
    machineClients?: readonly MachineClient[];
    clients: ReadonlyArray<{ key: ClientKey; clientType: string }>;
  },
  answers: readonly WorkOrderAnswer[],
): Record<string, unknown> {
  const components: PatchTree = {};
  let machines = record.machineClients;
  for (const { client, clientId, expiresAt } of answers) {
    const machine = machineClientName(client);
    const hasSecret =
      record.clients.find(({ key }) => key === client)?.clientType ===
      'confidential';
    if (machine !== undefined) {
      machines = machines?.map(entry =>
        entry.name === machine
          ? {
              ...entry,
              clientId,
              ...(expiresAt ? { secret: { ...entry.secret, expiresAt } } : {}),
            }
          : entry,
      );
      continue;
    }
    const path = client.split('.');
    put(components, [...path, 'clientId'], clientId);
    if (expiresAt && hasSecret)
      put(components, [...path, 'secret', 'expiresAt'], expiresAt);
  }
  return {
    ...(Object.keys(components).length > 0 ? { components } : {}),
    ...(machines === record.machineClients ? {} : { machineClients: machines }),
  };
}
