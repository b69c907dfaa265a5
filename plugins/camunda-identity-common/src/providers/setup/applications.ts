import {
  findClient,
  needsSecret,
  registeredAuthentication,
  type CamundaVersion,
  type ClientKey,
} from '../../camunda';
import { secretPlace } from '../../config/secretPlace';
import {
  clientSettings,
  operateAudience,
} from '../../connections/clientSettings';
import { clientSlug } from '../../connections/clientNames';
import { describeClients } from '../../connections/clients';
import { isPlaceholder } from '../../connections/lint/placeholders';
import type { Components } from '../../connections/components';
import type { MachineClient } from '../../connections/machineClients';
import type { ConnectionClient } from '../../connections/types';
import type { Provider } from '../schema';
import type { ApplicationKind, SetupApplication } from './types';

/**
 * The source of the provider's set-up: a record or a draft.
 *
 * @public
 */
export interface SetupRecord {
  /** Name of the record; absent for a draft. */
  name?: string;
  camundaVersion: CamundaVersion;
  provider: Provider;
  components: Partial<Components>;
  machineClients?: readonly MachineClient[];
}

function kindOf(client: ConnectionClient): ApplicationKind {
  if (client.clientType === 'public') return 'spa';
  return client.redirectUris.length > 0 ? 'web' : 'machine';
}

/** UIs that call the cluster with the token of the signed-in person (camunda-helm, Web Modeler). */
const PASSES_TOKENS_ON: readonly ClientKey[] = ['webModeler.ui', 'hub.ui'];

function audiencesOf(record: SetupRecord, key: ClientKey): string[] {
  const { components, provider } = record;
  const own = clientSettings(record, key, provider.type)?.audience;
  // Entra's tokens have one audience, the application that the scope names.
  if (provider.type === 'MICROSOFT') return own ? [own] : [];
  const cluster =
    clientSettings(record, 'orchestration', provider.type)?.audience ??
    clientSettings(record, 'zeebe', provider.type)?.audience;
  const more: Array<string | undefined> = [];
  if (PASSES_TOKENS_ON.includes(key)) more.push(cluster);
  if (key === 'connectors' && components.connectors?.mode === 'inbound')
    more.push(
      operateAudience(record, provider.type),
      clientSettings(record, 'identity', provider.type)?.audience,
    );
  if (key.startsWith('machine.')) more.push(cluster);
  return [...new Set([own, ...more].filter(value => value !== undefined))];
}

/** True for a placeholder of the documentation or no value: the provider has not assigned it yet. */
function known(clientId: string): string | undefined {
  return clientId === '' || isPlaceholder(clientId) ? undefined : clientId;
}

/**
 * Every application that a record needs at its provider.
 *
 * @public
 */
export function setupApplications(record: SetupRecord): SetupApplication[] {
  const name = record.name ?? 'camunda';
  return describeClients(record).map(client => {
    const facts = findClient(client.key, record.camundaVersion);
    const settings = clientSettings(record, client.key, record.provider.type);
    const place = secretPlace(name, client.key, settings?.secret);
    const kind = kindOf(client);
    const secret =
      client.clientType === 'confidential' &&
      !settings?.certificate &&
      (!facts || needsSecret(facts));
    return {
      client: client.key,
      title: client.title,
      name: `Camunda ${client.title} (${name})`,
      uniqueName: `camunda-${name}-${clientSlug(client.key)}`,
      clientId: known(client.clientId),
      kind,
      clientType: client.clientType,
      clientAuthentication: registeredAuthentication(
        client.key,
        record.camundaVersion,
      ),
      redirectUris: [...client.redirectUris].sort(),
      postLogoutRedirectUris: [...client.postLogoutRedirectUris].sort(),
      grantTypes: [...client.grantTypes],
      scopes: [...client.scopes],
      audience: settings?.audience,
      audiences: audiencesOf(record, client.key),
      ...(secret
        ? {
            secret: {
              ...place.kubernetesSecret,
              assumed: place.assumed,
              variable: place.fromEnv ? place.variable : undefined,
            },
          }
        : {}),
    };
  });
}
