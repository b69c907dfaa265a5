import { hostOf, type ProviderProfile } from './types';

const HOSTS =
  /^(login\.microsoftonline\.(com|us)|login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn|login\.microsoft\.com|sts\.windows\.net)$/;

/** Microsoft Entra ID (page, Entra tab; entra-docs reply-url.md and access-tokens.md). */
export const entra: ProviderProfile = {
  profile: 'entra',
  title: 'Microsoft Entra ID',
  matchesIssuer: issuer => HOSTS.test(hostOf(issuer)),
  matchesDocument: document =>
    'tenant_region_scope' in document && 'msgraph_host' in document,
  quirks: [
    'The issuer needs the tenant’s ID and ends in /v2.0; "common" and "organizations" are no issuers that Camunda can compare with.',
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
  oldTokenIssuer: /^https:\/\/sts\.(windows\.net|chinacloudapi\.cn)\//,
  checksClientBeforeCode: false,
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
