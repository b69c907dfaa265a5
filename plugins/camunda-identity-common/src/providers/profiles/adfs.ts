import { endpointPath, pathOf, type ProviderProfile } from './types';

/** Active Directory Federation Services 2016 and later. */
export const adfs: ProviderProfile = {
  profile: 'adfs',
  title: 'AD FS',
  matchesIssuer: issuer => /\/adfs\/?$/i.test(pathOf(issuer)),
  matchesDocument: document =>
    /^\/adfs\/oauth2\//i.test(endpointPath(document, 'token_endpoint')),
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
