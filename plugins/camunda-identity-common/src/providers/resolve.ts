import { withoutTrailingSlash } from '../camunda';
import type { Discovered, Provider } from './schema';
import {
  MICROSOFT_CLOUDS,
  microsoftEndpoints,
  type MicrosoftCloud,
} from './microsoft';

/**
 * What an installation adds to the product's own knowledge of providers.
 *
 * @public
 */
export interface ProviderContext {
  clouds: Readonly<Record<string, MicrosoftCloud>>;
}

/** @public */
export const DEFAULT_PROVIDER_CONTEXT: ProviderContext = {
  clouds: MICROSOFT_CLOUDS,
};

/**
 * A provider's addresses. `undefined` where nobody typed one and no check has discovered one: they are
 * never guessed for a generic provider.
 *
 * @public
 */
export interface ResolvedProvider {
  issuer: string;
  /** Used between containers. */
  issuerBackendUrl: string;
  authUrl?: string;
  tokenUrl?: string;
  jwksUrl?: string;
  wellKnown: string;
}

const WELL_KNOWN = '/.well-known/openid-configuration';

/**
 * Address of an issuer's discovery document (OpenID Connect Discovery 1.0 section 4.1).
 *
 * @public
 */
export function wellKnownUrl(issuer: string): string {
  return `${withoutTrailingSlash(issuer)}${WELL_KNOWN}`;
}

/**
 * Works out every address of a provider: typed, else discovered, else (Entra) documented.
 *
 * @throws Error when the provider names a Microsoft cloud that `context` does not have; the record's
 * schema refuses such a record first.
 * @public
 */
export function resolveProvider(
  provider: Provider,
  context: ProviderContext,
  discovered?: Discovered,
): ResolvedProvider {
  if (provider.type === 'MICROSOFT') {
    const name = provider.cloud ?? 'global';
    const cloud = context.clouds[name];
    if (!cloud) throw new Error(`Unknown Microsoft cloud "${name}"`);
    const endpoints = microsoftEndpoints(cloud, provider.tenantId);
    return { ...endpoints, issuerBackendUrl: endpoints.issuer };
  }
  return {
    issuer: provider.issuer,
    issuerBackendUrl: provider.issuerBackendUrl ?? provider.issuer,
    authUrl: provider.authUrl ?? discovered?.authUrl,
    tokenUrl: provider.tokenUrl ?? discovered?.tokenUrl,
    jwksUrl: provider.jwksUrl ?? discovered?.jwksUrl,
    wellKnown: wellKnownUrl(provider.issuer),
  };
}
