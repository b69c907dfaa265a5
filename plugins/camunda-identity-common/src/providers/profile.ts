import type { Provider } from './schema';
import type { ProviderContext } from './resolve';

/** @public */
export interface ProviderProfile {
  profile: string;
  title: string;
}

/** Recognised by the address alone; a check with the discovery document knows more. */
const BY_ADDRESS: ReadonlyArray<ProviderProfile & { matches: RegExp }> = [
  {
    profile: 'entra-external-id',
    title: 'Microsoft Entra External ID',
    matches: /^https:\/\/[^/]+\.ciamlogin\.com(\/|$)/i,
  },
  {
    profile: 'entra-b2c',
    title: 'Azure AD B2C',
    matches: /^https:\/\/[^/]+\.b2clogin\.com(\/|$)/i,
  },
  {
    profile: 'entra',
    title: 'Microsoft Entra ID',
    matches:
      /^https:\/\/(login\.microsoftonline\.(com|us)|login\.partner\.microsoftonline\.cn|sts\.windows\.net)(\/|$)/i,
  },
  {
    profile: 'okta',
    title: 'Okta',
    matches: /^https:\/\/[^/]+\.(okta(-emea|-gov)?|oktapreview)\.com(\/|$)/i,
  },
  {
    profile: 'auth0',
    title: 'Auth0',
    matches: /^https:\/\/[^/]+\.auth0\.com(\/|$)/i,
  },
  {
    profile: 'cognito',
    title: 'Amazon Cognito',
    matches: /^https:\/\/cognito-idp\.[^/]+\.amazonaws\.com(\/|$)/i,
  },
  {
    profile: 'google',
    title: 'Google',
    matches: /^https:\/\/accounts\.google\.com(\/|$)/i,
  },
  {
    profile: 'ping',
    title: 'PingOne',
    matches: /^https:\/\/[^/]+\.pingone\.[a-z.]+(\/|$)/i,
  },
  {
    profile: 'gitlab',
    title: 'GitLab',
    matches: /^https:\/\/gitlab\.com(\/|$)/i,
  },
  { profile: 'keycloak', title: 'Keycloak', matches: /\/realms\/[^/]+\/?$/i },
  { profile: 'adfs', title: 'AD FS', matches: /\/adfs\/?$/i },
  {
    profile: 'authentik',
    title: 'authentik',
    matches: /\/application\/o\/[^/]+\/?$/i,
  },
  { profile: 'dex', title: 'Dex', matches: /\/dex\/?$/i },
];

/**
 * Name and profile of a provider, from its address.
 *
 * @public
 */
export function profileOf(
  provider: Provider,
  context: ProviderContext,
): ProviderProfile {
  if (provider.type === 'MICROSOFT') {
    const cloud = context.clouds[provider.cloud ?? 'global'];
    return { profile: 'entra', title: cloud?.title ?? 'Microsoft Entra ID' };
  }
  const known = BY_ADDRESS.find(entry => entry.matches.test(provider.issuer));
  return known
    ? { profile: known.profile, title: known.title }
    : { profile: 'generic', title: 'OpenID Connect provider' };
}
