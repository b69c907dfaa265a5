import {
  hasClusterStyleOptimize,
  hasOrchestrationCluster,
} from '../camunda/traits';
import type { ClientKey } from '../camunda';
import { clientSettings } from './clientSettings';
import type { RecordClientsInput } from './recordClients';

/** The modeler's UI, which calls the cluster with the token of its user. */
const MODELERS: readonly ClientKey[] = ['hub.ui', 'webModeler.ui'];

/** Its own client ID, which ID tokens have, its own audience, and that of the modeler's UI. */
function takesSeveral(record: RecordClientsInput, client: ClientKey): boolean {
  return (
    client === 'orchestration' ||
    (client === 'optimize' && hasClusterStyleOptimize(record.camundaVersion))
  );
}

/**
 * Audiences of which the component behind a client accepts tokens with any, as written configuration has it.
 *
 * @returns empty where the record names none
 * @public
 */
export function acceptedAudiences(
  record: RecordClientsInput,
  client: ClientKey,
): string[] {
  const { type } = record.provider;
  const own = clientSettings(record, client, type);
  const all = takesSeveral(record, client)
    ? [
        own?.clientId,
        own?.audience,
        ...MODELERS.map(key => clientSettings(record, key, type)?.audience),
      ]
    : [own?.audience];
  return [...new Set(all.filter(entry => entry !== undefined))];
}

/**
 * Other components that are called with the token of whoever signed in to a client: by the modelers, the
 * cluster, or Zeebe before there was one. At Entra the modelers of 8.6 and 8.7 ask for tokens of their own.
 *
 * @public
 */
export function passesTokenTo(
  record: RecordClientsInput,
  client: ClientKey,
): ClientKey[] {
  if (!MODELERS.includes(client)) return [];
  const target = hasOrchestrationCluster(record.camundaVersion)
    ? 'orchestration'
    : 'zeebe';
  if (target === 'zeebe' && record.provider.type === 'MICROSOFT') return [];
  return clientSettings(record, target, record.provider.type) ? [target] : [];
}
