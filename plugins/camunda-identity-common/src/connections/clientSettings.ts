import {
  defaultScopeOf,
  machineClientName,
  type ClientKey,
  type ComponentClientKey,
  type ProviderType,
} from '../camunda';
import type { CertificateReference } from './certificate';
import type { Components } from './components';
import type { MachineClient } from './machineClients';
import type { SecretReference } from './secrets';
import type { StoredSecret } from './types';

/**
 * What a record says about one application at the provider, in one shape for all of them.
 *
 * @public
 */
export interface ClientSettings {
  /** Base URL of the component, where it has one. */
  url?: string;
  clientId?: string;
  audience?: string;
  secret?: SecretReference;
  /** Instead of a secret. */
  certificate?: CertificateReference;
  /** Scope of a client-credentials request. */
  tokenScope?: string;
  /** Scopes of a sign-in, where the component has its own. */
  scopes?: readonly string[];
}

/**
 * The part of a record that says something of its applications.
 *
 * @public
 */
export interface ClientsSource {
  components: Partial<Components>;
  machineClients?: readonly MachineClient[];
}

function raw(
  { components, machineClients }: ClientsSource,
  key: ClientKey,
): ClientSettings | undefined {
  const machine = machineClientName(key);
  if (machine !== undefined)
    return machineClients?.find(({ name }) => name === machine);
  const { webModeler, hub } = components;
  switch (key as ComponentClientKey) {
    case 'webModeler.ui':
      return webModeler && { ...webModeler.ui, url: webModeler.url };
    case 'webModeler.api':
      return webModeler?.api;
    case 'hub.ui':
      return hub && { ...hub.ui, url: hub.url };
    case 'hub.api':
      return hub?.api;
    default:
      return components[key as keyof Components] as ClientSettings | undefined;
  }
}

/**
 * Settings of a client with the defaults of the contract filled in: for MICROSOFT the audience is the
 * client ID and the token scope `<client id>/.default`. Connectors and machine clients take both from the
 * component they talk to: Zeebe, or the Orchestration Cluster.
 *
 * @returns undefined where the record does not have that client
 * @public
 */
export function clientSettings(
  record: ClientsSource,
  key: ClientKey,
  type: ProviderType,
): ClientSettings | undefined {
  const settings = raw(record, key);
  if (!settings) return undefined;
  const isMachine = machineClientName(key) !== undefined;
  const target =
    key === 'connectors' || isMachine
      ? clientSettings(record, 'zeebe', type) ??
        clientSettings(record, 'orchestration', type)
      : undefined;
  const clientId = settings.clientId;
  // Nobody asks for tokens of a machine client's own audience.
  const own = type === 'MICROSOFT' && !isMachine ? clientId : undefined;
  return {
    url: settings.url,
    clientId,
    audience: settings.audience ?? target?.audience ?? own,
    secret: settings.secret,
    certificate: settings.certificate,
    scopes: settings.scopes,
    tokenScope:
      settings.tokenScope ??
      target?.tokenScope ??
      (own && !key.endsWith('.ui') ? defaultScopeOf(own) : undefined),
  };
}

/**
 * The stored secret of a client, as a record's view shows it.
 *
 * @returns undefined where none is stored
 * @public
 */
export function storedSecretOf(
  record: ClientsSource,
  key: ClientKey,
): StoredSecret | undefined {
  const secret = raw(record, key)?.secret as Partial<StoredSecret> | undefined;
  return secret?.stored ? (secret as StoredSecret) : undefined;
}

/**
 * Audience of Operate as Connectors in inbound mode need it (page, row "Connectors").
 *
 * @public
 */
export function operateAudience(
  record: ClientsSource,
  type: ProviderType,
): string | undefined {
  return (
    record.components.connectors?.operateAudience ??
    clientSettings(record, 'operate', type)?.audience
  );
}
