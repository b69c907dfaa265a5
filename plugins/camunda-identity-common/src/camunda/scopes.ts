import type { ProviderType } from './types';

/**
 * Scopes that the components ask for when a person signs in (page, "Additional considerations" of both
 * tabs).
 *
 * @public
 */
export const USER_SCOPES: readonly string[] = [
  'openid',
  'profile',
  'email',
  'offline_access',
];

/**
 * The scope that makes Entra's v2.0 endpoint issue a token for an application. Needed in every
 * client-credentials request (AADSTS90014 without it) and, per the page, at sign-in too.
 *
 * @public
 */
export function defaultScopeOf(clientId: string): string {
  return `${clientId}/.default`;
}

/**
 * Scopes of a sign-in.
 *
 * @param configured - the provider's own list, when the record has one
 * @public
 */
export function userScopes(
  type: ProviderType,
  clientId: string,
  configured?: readonly string[],
): string[] {
  const scopes = [...(configured ?? USER_SCOPES)];
  const own = defaultScopeOf(clientId);
  if (type === 'MICROSOFT' && !scopes.includes(own)) scopes.push(own);
  return scopes;
}
