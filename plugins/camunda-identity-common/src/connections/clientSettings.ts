import type { ClientKey, ProviderType } from '../camunda';
import { defaultScopeOf } from '../camunda';
import type { Components } from './components';
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
  /** Scope of a client-credentials request. */
  tokenScope?: string;
  /** Scopes of a sign-in, where the component has its own. */
  scopes?: readonly string[];
}

function raw(
  components: Partial<Components>,
  key: ClientKey,
): ClientSettings | undefined {
  const { webModeler, hub } = components;
  switch (key) {
    case 'webModeler.ui':
      return webModeler && { ...webModeler.ui, url: webModeler.url };
    case 'webModeler.api':
      return webModeler?.api;
    case 'hub.ui':
      return hub && { ...hub.ui, url: hub.url };
    case 'hub.api':
      return hub?.api;
    default:
      return components[key];
  }
}

/**
 * Settings of a client with the defaults of the contract filled in: for MICROSOFT the audience is the
 * client ID and the token scope `<client id>/.default`. Connectors take both from the component they
 * talk to: Zeebe, or the Orchestration Cluster.
 *
 * @returns undefined where the record does not have that component
 * @public
 */
export function clientSettings(
  components: Partial<Components>,
  key: ClientKey,
  type: ProviderType,
): ClientSettings | undefined {
  const settings = raw(components, key);
  if (!settings) return undefined;
  const target =
    key === 'connectors'
      ? clientSettings(components, 'zeebe', type) ??
        clientSettings(components, 'orchestration', type)
      : undefined;
  const clientId = settings.clientId;
  const own = type === 'MICROSOFT' ? clientId : undefined;
  return {
    url: settings.url,
    clientId,
    audience: settings.audience ?? target?.audience ?? own,
    secret: settings.secret,
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
  record: { components: Partial<Components> },
  key: ClientKey,
): StoredSecret | undefined {
  const secret = raw(record.components, key)?.secret as
    | Partial<StoredSecret>
    | undefined;
  return secret?.stored ? (secret as StoredSecret) : undefined;
}

/**
 * Audience of Operate as Connectors in inbound mode need it (page, row "Connectors").
 *
 * @public
 */
export function operateAudience(
  components: Partial<Components>,
  type: ProviderType,
): string | undefined {
  return (
    components.connectors?.operateAudience ??
    clientSettings(components, 'operate', type)?.audience
  );
}
