import { withoutTrailingSlash } from '../camunda';
import type { Discovered, Provider } from './schema';
import type { ProviderProfile } from './profiles';
import {
  MICROSOFT_CLOUDS,
  microsoftEndpoints,
  type MicrosoftCloud,
} from './microsoft';

/**
 * What an installation adds to the built-in knowledge about providers.
 *
 * @public
 */
export interface ProviderContext {
  clouds: Readonly<Record<string, MicrosoftCloud>>;
  /** Product profiles in addition to the built-in ones, tried first. */
  profiles?: readonly ProviderProfile[];
}

/** @public */
export const DEFAULT_PROVIDER_CONTEXT: ProviderContext = {
  clouds: MICROSOFT_CLOUDS,
};

/**
 * A provider's addresses. `undefined` if none was entered and no check has discovered one: they are never
 * guessed for a generic provider.
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

/** @public */
export class UnknownCloudError extends Error {
  name = 'UnknownCloudError';
}

/**
 * True if a provider names a Microsoft cloud that this installation does not have (any more): existing records
 * keep a cloud that is removed from the configuration.
 *
 * @public
 */
export function hasUnknownCloud(
  provider: Provider,
  context: ProviderContext,
): boolean {
  return (
    provider.type === 'MICROSOFT' &&
    !Object.hasOwn(context.clouds, provider.cloud ?? 'global')
  );
}

/**
 * Resolves every address of a provider: entered, otherwise discovered, otherwise (Entra) documented.
 *
 * @throws UnknownCloudError when the provider names a Microsoft cloud that `context` does not have; the record's
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
    if (hasUnknownCloud(provider, context))
      throw new UnknownCloudError(
        'provider.cloud: this Microsoft cloud is not configured in this portal',
      );
    const cloud = context.clouds[name];
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
