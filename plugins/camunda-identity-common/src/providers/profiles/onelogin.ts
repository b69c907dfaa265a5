import { endpointPath, hostOf, type ProviderProfile } from './types';

/** OneLogin. */
export const onelogin: ProviderProfile = {
  profile: 'onelogin',
  title: 'OneLogin',
  matchesIssuer: issuer => hostOf(issuer).endsWith('.onelogin.com'),
  hasOwnHosts: true,
  documentTraits: [
    document => hostOf(document.issuer).endsWith('.onelogin.com'),
    document =>
      /^\/oidc\/2\/token$/.test(endpointPath(document, 'token_endpoint')),
    document => /^\/oidc\/2\/certs$/.test(endpointPath(document, 'jwks_uri')),
  ],
  quirks: [
    'Version 2 has the issuer https://<company>.onelogin.com/oidc/2; version 1 is out of support.',
    'A client-credentials request goes to OneLogin’s own API, not to an application: Camunda’s components cannot ask for tokens of their own.',
  ],
  lists: {
    scopes_supported: 'OneLogin issues refresh tokens without offline_access.',
    grant_types_supported:
      'Client credentials are part of OneLogin’s API access management.',
    end_session_endpoint: 'Version 1 of OneLogin’s OpenID Connect has none.',
  },
  foreignHosts: true,
  remedies: {
    'discovery.issuer-mismatch':
      'Applications > (application) > SSO > Issuer URL is the one to copy.',
    'client.token':
      'Client credentials belong to API Authorization (Developers > API Authorization): an authorization server of your own, with the application allowed.',
    'client.token-audience':
      'Developers > API Authorization > (server) > Configuration > Audiences.',
    'client.redirect-uri-flow':
      'Applications > (application) > SSO > Token Endpoint > Authentication Method, and application type Web.',
  },
  admin: {
    application: 'Administration > Applications > (application)',
    redirectUris:
      'Applications > (application) > Configuration > Redirect URI’s',
    secret: 'Applications > (application) > SSO > Client Secret',
    grantTypes: 'Applications > (application) > SSO > Token Endpoint',
    audience: 'Administration > Developers > API Authorization',
  },
  docsUrl: 'https://developers.onelogin.com/openid-connect',
};
