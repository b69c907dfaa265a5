import { endpointPath, pathOf, type ProviderProfile } from './types';

/** Active Directory Federation Services 2016 and later. */
export const adfs: ProviderProfile = {
  profile: 'adfs',
  title: 'AD FS',
  matchesIssuer: issuer => /\/adfs\/?$/i.test(pathOf(issuer)),
  documentTraits: [
    document =>
      /^\/adfs\/oauth2\//i.test(endpointPath(document, 'token_endpoint')),
    document =>
      /^\/adfs\/discovery\/keys/i.test(endpointPath(document, 'jwks_uri')),
    document => typeof document.access_token_issuer === 'string',
    document =>
      Array.isArray(document.microsoft_multi_refresh_token) ||
      document.microsoft_multi_refresh_token !== undefined,
  ],
  quirks: [
    'The issuer may be in upper case, as the federation service was named: copy it exactly.',
    'Access tokens name the access token issuer http://<host>/adfs/services/trust unless it is changed.',
  ],
  lists: {
    code_challenge_methods_supported:
      'AD FS does not list PKCE; version 2019 and later have S256.',
    scopes_supported: 'AD FS issues refresh tokens without offline_access.',
  },
  foreignHosts: true,
  remedies: {
    'client.token-issuer':
      'AD FS puts its federation service identifier (access_token_issuer of the document) into access tokens. Set it to the issuer: Set-AdfsProperties -Identifier <issuer>, which other relying parties see too.',
    'discovery.token-issuer':
      'Set-AdfsProperties -Identifier <issuer> makes access tokens name the issuer; other relying parties see the new identifier too.',
    'discovery.issuer-mismatch':
      'AD FS writes the issuer as the federation service was named (Get-AdfsProperties HostName), capitals included.',
    'client.token-audience':
      'The audience is an identifier of the Web API in the application group (Application Groups > (group) > Web API > Identifiers); the request has to name it.',
    'client.token-client':
      'Add appid or client_id to the issuance transform rules of the Web API.',
    'client.token':
      'Grant the server application access to the Web API: Grant-AdfsApplicationPermission, or Application Groups > (group) > Web API > Client permissions.',
    'discovery.scopes':
      'Scopes are listed in AD FS Management > Service > Scope Descriptions.',
  },
  admin: {
    application: 'AD FS Management > Application Groups > (group)',
    redirectUris:
      'Application Groups > (group) > Server application > Redirect URI',
    secret: 'Application Groups > (group) > Server application > Credentials',
    audience: 'Application Groups > (group) > Web API > Identifiers',
  },
  docsUrl:
    'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios',
};
