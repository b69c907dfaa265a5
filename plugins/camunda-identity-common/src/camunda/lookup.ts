import { libraryOf, type ClientAuthentication } from './libraries';
import { withoutTrailing } from '../text/trim';
import { COMPONENTS } from './components';
import { machineClientFacts, machineClientName } from './machineClients';
import type {
  ClientFacts,
  ClientKey,
  ComponentFacts,
  ComponentKey,
  ProviderType,
} from './types';
import { CAMUNDA_VERSIONS, type CamundaVersion } from './versions';

/**
 * Components of a version, in the order of the page.
 *
 * @public
 */
export function componentsOf(
  version: CamundaVersion,
): readonly ComponentFacts[] {
  return COMPONENTS.filter(component => component.versions.includes(version));
}

/** @public */
export function findComponent(
  key: ComponentKey,
  version: CamundaVersion,
): ComponentFacts | undefined {
  return componentsOf(version).find(component => component.key === key);
}

/**
 * The newest version that has all of these components, for a draft that does not name its version.
 *
 * @public
 */
export function newestVersionWith(keys: readonly string[]): CamundaVersion {
  const newestFirst = [...CAMUNDA_VERSIONS].reverse();
  const found = newestFirst.find(version =>
    keys.every(key => findComponent(key as ComponentKey, version)),
  );
  return found ?? newestFirst[0];
}

/**
 * Every application at the provider that a version can have, in the order of the page.
 *
 * @public
 */
export function clientsOf(version: CamundaVersion): readonly ClientFacts[] {
  return componentsOf(version).flatMap(component => component.clients);
}

/**
 * What is known of an application: one of a component that the version has, or one of the team's own.
 *
 * @public
 */
export function findClient(
  key: ClientKey,
  version: CamundaVersion,
): ClientFacts | undefined {
  const machine = machineClientName(key);
  if (machine !== undefined) return machineClientFacts(machine);
  for (const { versions, clients } of COMPONENTS)
    if (versions.includes(version)) {
      const found = clients.find(client => client.key === key);
      if (found) return found;
    }
  return undefined;
}

/**
 * The redirect URIs of a client: the base URL without its trailing slash and each documented path.
 *
 * @param baseUrl - absolute URL, may have a path
 * @public
 */
export function redirectUris(
  facts: ClientFacts,
  baseUrl: string | undefined,
): string[] {
  if (baseUrl === undefined) return [];
  const base = withoutTrailingSlash(baseUrl);
  return facts.redirectPaths.map(path => `${base}${path}`);
}

/**
 * The addresses to register for the way back from a logout at the provider.
 *
 * @param baseUrl - absolute URL, may have a path
 * @public
 */
export function postLogoutRedirectUris(
  facts: ClientFacts,
  baseUrl: string | undefined,
  version: CamundaVersion,
): string[] {
  if (baseUrl === undefined) return [];
  const base = withoutTrailingSlash(baseUrl);
  return (facts.postLogoutPaths ?? [])
    .filter(({ versions }) => versions.includes(version))
    .map(({ path }) => `${base}${path}`);
}

/**
 * How an application may prove at a provider who it is, its own way first (table of libraries).
 *
 * @returns empty for an application that the version does not have
 * @public
 */
export function clientAuthenticationOf(
  { key, certificate }: Pick<ClientFacts, 'key' | 'certificate'>,
  version: CamundaVersion,
  type: ProviderType,
): readonly ClientAuthentication[] {
  const isElsewhere =
    certificate?.providerType !== undefined &&
    certificate.providerType !== type;
  return (libraryOf(key, version)?.clientAuthentication ?? []).filter(
    method => method !== 'private_key_jwt' || !isElsewhere,
  );
}

/**
 * True where the application may prove itself with a certificate instead of a secret.
 *
 * @public
 */
export function takesCertificate(
  facts: ClientFacts,
  version: CamundaVersion,
  type: ProviderType,
): boolean {
  return (
    facts.certificate !== undefined &&
    clientAuthenticationOf(facts, version, type).includes('private_key_jwt')
  );
}

/**
 * True for a client whose component has to be told a secret.
 *
 * @public
 */
export function needsSecret(facts: ClientFacts): boolean {
  return facts.clientType === 'confidential' && !facts.secretUnused;
}

/**
 * Documented callback paths of every version, the longest first.
 *
 * @public
 */
export function callbackPaths(): string[] {
  const paths = COMPONENTS.flatMap(component =>
    component.clients.flatMap(client => [
      ...client.redirectPaths,
      ...(client.postLogoutPaths ?? []).map(({ path }) => path),
    ]),
  ).filter(path => path.length > 1);
  return [...new Set(paths)].sort((a, b) => b.length - a.length);
}

/** @public */
export function withoutTrailingSlash(url: string): string {
  return withoutTrailing(url, '/');
}
