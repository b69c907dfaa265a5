import {
  clientsOf,
  defaultScopeOf,
  type CamundaVersion,
  type ClientKey,
} from '../../camunda';
import { clientSettings } from '../../connections/clientSettings';
import type { Components } from '../../connections/components';
import { resolveProvider, type ProviderContext } from '../../providers';
import type { Provider } from '../../providers';
import { orchestrationClaims } from '../orchestrationClaims';
import { defaultSignInScopes } from '../../connections/clients';
import { secretVariable } from '../secretPlace';
import type { RecordValues } from './types';

type Nested = Record<string, any>;

function settingsAt(components: Nested, key: ClientKey): Nested | undefined {
  const [component, part] = key.split('.');
  return part ? components[component]?.[part] : components[component];
}

/** Audience, scope and variable that a record has without naming them. */
function clientDefaults(values: RecordValues, key: ClientKey, type: string) {
  const settings = settingsAt(values.components, key);
  if (!settings) return;
  if (type === 'MICROSOFT') {
    if (settings.audience === settings.clientId) delete settings.audience;
    if (
      settings.clientId &&
      settings.tokenScope === defaultScopeOf(settings.clientId)
    )
      delete settings.tokenScope;
  }
  if (settings.secret?.env?.name === secretVariable(key)) {
    delete settings.secret.env;
    if (!settings.secret.kubernetesSecret) delete settings.secret;
  }
  // A file that names the Secret says more than the variable through which it is filled.
  if (settings.secret?.kubernetesSecret) delete settings.secret.env;
}

/** Connectors take audience and scope of the component they talk to. */
function connectorsDefaults(values: RecordValues, type: Provider['type']) {
  const { connectors, ...others } = values.components as Nested;
  if (!connectors) return;
  const inherited = clientSettings(
    {
      components: {
        ...others,
        connectors: { mode: 'outbound', clientId: connectors.clientId },
      } as Partial<Components>,
    },
    'connectors',
    type,
  );
  for (const key of ['audience', 'tokenScope'] as const)
    if (connectors[key] === inherited?.[key]) delete connectors[key];
  const operate = clientSettings(
    { components: others as Partial<Components> },
    'operate',
    type,
  );
  if (connectors.operateAudience === operate?.audience)
    delete connectors.operateAudience;
}

function clusterDefaults(
  values: RecordValues,
  provider: Provider,
  context: ProviderContext,
) {
  const cluster = values.components.orchestration as Nested | undefined;
  if (!cluster) return;
  if (cluster.adminUsers?.length === 0) delete cluster.adminUsers;
  const claims: Nested = orchestrationClaims({} as never, provider, context);
  for (const key of ['usernameClaim', 'clientIdClaim', 'preferUsernameClaim'])
    if (cluster[key] === claims[key]) delete cluster[key];
  const own = defaultScopeOf(cluster.clientId ?? '');
  if (provider.type === 'MICROSOFT' && cluster.scopes)
    cluster.scopes = cluster.scopes.filter((scope: string) => scope !== own);
  if (
    String(cluster.scopes) ===
    String(defaultSignInScopes('orchestration', provider))
  )
    delete cluster.scopes;
  const { initialClaim } = values;
  if (
    initialClaim?.name === (cluster.usernameClaim ?? claims.usernameClaim) &&
    String(cluster.adminUsers) === initialClaim?.value
  )
    delete cluster.adminUsers;
}

/** Drops empty objects, so that a component of which nothing is left is not there. */
function prune(node: Nested) {
  for (const [key, value] of Object.entries(node)) {
    if (value === undefined) delete node[key];
    else if (value && typeof value === 'object' && !Array.isArray(value)) {
      prune(value);
      if (Object.keys(value).length === 0) delete node[key];
    }
  }
}

/** What is left to say when a record's defaults are left out. Changes `values`. */
export function withoutDefaults(
  values: RecordValues,
  version: CamundaVersion,
  context: ProviderContext,
): RecordValues {
  const provider = values.provider as Nested;
  const resolvable =
    provider.issuer !== undefined || provider.tenantId !== undefined;
  if (resolvable) {
    // A tenant's addresses follow from it; of an issuer only the discovery address does.
    const { wellKnown } = resolveProvider(
      (provider.tenantId
        ? provider
        : { type: 'GENERIC', issuer: provider.issuer }) as Provider,
      context,
    );
    const console = values.components.console;
    if (console?.wellKnown === wellKnown) delete console.wellKnown;
    clusterDefaults(
      values,
      (provider.tenantId
        ? provider
        : { ...provider, type: 'GENERIC' }) as Provider,
      context,
    );
  }
  // At Entra both are the same, and some client IDs stand nowhere but as an audience.
  if (provider.type === 'MICROSOFT')
    for (const { key } of clientsOf(version)) {
      const settings = settingsAt(values.components, key);
      if (settings) settings.clientId ??= settings.audience;
    }
  // Connectors before the rest: what they share is compared while it is still there.
  connectorsDefaults(values, provider.type);
  for (const { key } of clientsOf(version))
    clientDefaults(values, key, provider.type);
  if (values.initialClaim?.value && !values.initialClaim.name)
    values.initialClaim.name = 'oid';
  prune(values as Nested);
  values.components ??= {};
  return values;
}
