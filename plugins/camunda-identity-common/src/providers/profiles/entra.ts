import { ENTRA_EXPLANATIONS } from './entraExplanations';
import { strayAtEntra, unusableEntraIssuer, V1_ISSUER } from './entraIssuers';
import { hostOf, type ProviderProfile } from './types';

/** Current, former and national clouds' hosts. */
const HOSTS =
  /^(login\.microsoftonline\.(com|us|de)|login\.microsoft\.com|login\.windows\.net|login-us\.microsoftonline\.com|login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn|sts\.windows\.net|sts\.microsoftonline\.de|sts\.chinacloudapi\.cn)$/;

/** Hosts of current issuers. */
const TODAY =
  /^login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn)$/;

/** The issuer is complete only with the version. */
export function withVersion(typed: string): readonly string[] {
  return /\/v2\.0\/?$/.test(typed) ? [] : [`${typed}/v2.0`];
}

/** Microsoft Entra ID (page, Entra tab; entra-docs reply-url.md and access-tokens.md). */
export const entra: ProviderProfile = {
  profile: 'entra',
  title: 'Microsoft Entra ID',
  matchesIssuer: issuer => HOSTS.test(hostOf(issuer)),
  hasOwnHosts: true,
  documentTraits: [
    document => 'tenant_region_scope' in document,
    document => 'msgraph_host' in document,
    document => 'cloud_instance_name' in document,
  ],
  quirks: [
    'The issuer needs the tenant’s ID and ends in /v2.0; "common" and "organizations" are not issuers that Camunda can compare with.',
    'An application gets v1.0 tokens until requestedAccessTokenVersion is 2 in its manifest.',
    'A client-credentials request needs the scope <client ID>/.default.',
    'Redirect URIs of a user interface belong under the platform "Single-page application", all others under "Web".',
  ],
  lists: {
    grant_types_supported:
      'Entra never lists its grant types; all three that Camunda needs are there.',
    code_challenge_methods_supported:
      'Entra never lists PKCE methods; S256 works for every application.',
  },
  foreignHosts: true,
  tokenRequest: 'default-scope',
  tokenVersion: '2.0',
  oldTokenIssuer: V1_ISSUER,
  checksClientBeforeCode: false,
  providerType: 'MICROSOFT',
  // Every token has azp, so the username claim must take precedence (Camunda docs, "JWT token claims").
  clusterClaims: { clientIdClaim: 'azp', preferUsernameClaim: true },
  explanations: ENTRA_EXPLANATIONS,
  endpointPaths: /\/oauth2\/v\d+(\.\d+)?\/(authorize|token)\/?$/,
  meantIssuers: typed => (TODAY.test(hostOf(typed)) ? withVersion(typed) : []),
  unusableIssuer: unusableEntraIssuer,
  strayRemedy: strayAtEntra,
  remedies: {
    'client.token-version':
      'App registrations > (application) > Manifest > api.requestedAccessTokenVersion: 2, on the application whose token is asked for.',
    'client.token-issuer':
      'Where tokens name sts.windows.net, set api.requestedAccessTokenVersion to 2 (App registrations > (application) > Manifest).',
    'client.token-audience':
      'The audience of a v2.0 token is the client ID of the application whose scope was asked for: <client ID>/.default of that application.',
    'client.secret':
      'App registrations > (application) > Certificates & secrets: the Value, which is shown once, not the Secret ID.',
    'client.redirect-uri':
      'App registrations > (application) > Authentication: user interfaces under "Single-page application", all others under "Web".',
    'discovery.issuer-mismatch':
      'The issuer of v2.0 has the tenant’s ID and ends in /v2.0.',
    'discovery.initial-claim':
      'Entra lists few claims; oid is in every user’s token, preferred_username in access tokens as an optional claim (Token configuration).',
    'discovery.subject-types':
      'At Entra sub differs for every application; oid is the same.',
  },
  admin: {
    application: 'Entra admin center > App registrations > (application)',
    redirectUris: 'App registrations > (application) > Authentication',
    secret:
      'App registrations > (application) > Certificates & secrets (copy the Value, not the Secret ID)',
    grantTypes: 'App registrations > (application) > API permissions',
    audience:
      'App registrations > (application) > Manifest > api.requestedAccessTokenVersion: 2',
    logout: 'App registrations > (application) > Authentication',
  },
  docsUrl:
    'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
};
