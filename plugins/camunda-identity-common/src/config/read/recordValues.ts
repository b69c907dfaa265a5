import {
  clientsOf,
  findClient,
  withoutTrailingSlash,
  type CamundaVersion,
  type ClientKey,
  type ProviderType,
} from '../../camunda';
import type { ProviderContext } from '../../providers';
import { microsoftEndpoints, wellKnownUrl } from '../../providers';
import type { RecordValues } from './types';

type Nested = Record<string, any>;

/** Sets a dotted path. Only paths of the key tables come here, never a text of a file. */
function setPath(target: Nested, path: string, value: unknown) {
  const names = path.split('.');
  let node = target;
  for (const name of names.slice(0, -1)) {
    node[name] ??= {};
    node = node[name];
  }
  node[names[names.length - 1]] = value;
}

/** One member as a record holds it. */
function decode(path: string, value: string | readonly string[]): unknown {
  if (path.endsWith('.preferUsernameClaim')) return String(value) === 'true';
  if (path.endsWith('.audiences'))
    return Array.isArray(value)
      ? value
      : String(value)
          .split(',')
          .map(text => text.trim());
  if (path.endsWith('.scopes'))
    return [value]
      .flat()
      .flatMap(text => text.split(/[\s,]+/))
      .filter(Boolean);
  if (path.endsWith('.adminUsers')) return [value].flat();
  // The one text of a list that stands for a single value.
  const text = [value].flat().join(',');
  if (path.endsWith('.env.name'))
    return (text.endsWith('}') && /^\$\{(\w+)/.exec(text)?.[1]) || text;
  // An issuer is compared character by character and keeps its slash.
  const isIssuer =
    path === 'provider.issuer' || path === 'provider.issuerBackendUrl';
  return !isIssuer && (path.endsWith('Url') || path.endsWith('.url'))
    ? withoutTrailingSlash(text)
    : text;
}

/** The provider: for Entra its cloud and tenant, where the addresses are those of one. */
function provider(
  type: ProviderType,
  given: Nested,
  context: ProviderContext,
): Nested {
  const { issuer, issuerBackendUrl, authUrl, tokenUrl, jwksUrl, scopes } =
    given;
  const addresses: Nested = { authUrl, tokenUrl, jwksUrl, scopes };
  if (issuerBackendUrl !== issuer)
    addresses.issuerBackendUrl = issuerBackendUrl;
  const tenant = /\/([0-9a-f-]{36})\/v2\.0$/i.exec(issuer ?? '')?.[1];
  const cloud = Object.entries(context.clouds).find(
    ([, entry]) =>
      tenant && microsoftEndpoints(entry, tenant).issuer === issuer,
  );
  if (type === 'GENERIC' || !cloud || !tenant)
    return { type, issuer, ...addresses };
  const endpoints: Nested = microsoftEndpoints(cloud[1], tenant);
  const other = Object.entries(addresses).filter(
    ([key, url]) => url !== undefined && url !== endpoints[key],
  );
  return {
    type,
    tenantId: tenant,
    ...(cloud[0] === 'global' ? {} : { cloud: cloud[0] }),
    ...Object.fromEntries(other),
  };
}

/** The base URL in a redirect URI of a client. */
function baseOf(client: ClientKey, version: CamundaVersion, uri: string) {
  const path = findClient(client, version)?.redirectPaths.find(
    entry => entry && uri.endsWith(entry),
  );
  return path ? uri.slice(0, -path.length) : uri;
}

/**
 * A list of audiences holds, besides a component's own, its client ID and that of the modeler's UI: what is left
 * without them is its own.
 */
function ownAudiences(components: Nested, type: ProviderType) {
  const ui = [components.webModeler?.ui, components.hub?.ui].map(
    client =>
      client?.audience ?? (type === 'MICROSOFT' ? client?.clientId : undefined),
  );
  for (const component of [components.orchestration, components.optimize]) {
    const list: string[] | undefined = component?.audiences;
    if (!list) continue;
    delete component.audiences;
    const others = [component.clientId, ...ui];
    const known = list.filter(audience => !/^<.*>$/.test(audience));
    // The aud of a token of Entra’s is the client ID; what stands beside it is another application’s.
    if (type === 'MICROSOFT' && known.includes(component.clientId))
      component.audience ??= component.clientId;
    component.audience ??=
      known.find(audience => !others.includes(audience)) ??
      (known.length === list.length ? list[0] : undefined);
  }
}

/**
 * Puts members together to a record's shape.
 *
 * @param members - dotted path of the record to the text that a file has
 */
export function toRecordValues(
  members: ReadonlyMap<string, { value: string | readonly string[] }>,
  version: CamundaVersion,
  type: ProviderType,
  context: ProviderContext,
): RecordValues {
  const raw: Nested = { provider: {}, components: {} };
  for (const [path, { value }] of members)
    setPath(raw, path, decode(path, value));
  ownAudiences(raw.components, type);
  for (const { key } of clientsOf(version)) {
    const component = raw.components[key];
    if (component?.redirectUri) {
      component.url ??= baseOf(key, version, component.redirectUri);
      delete component.redirectUri;
    }
  }
  // Operate's own scope is worked out, never entered; so are Optimize's.
  if (raw.components.operate) delete raw.components.operate.tokenScope;
  if (raw.components.optimize) delete raw.components.optimize.scopes;
  if (
    raw.components.console?.wellKnown ===
    wellKnownUrl(raw.provider.issuer ?? '')
  )
    delete raw.components.console.wellKnown;
  return {
    provider: provider(type, raw.provider, context),
    components: raw.components,
    initialClaim: raw.initialClaim,
  };
}
