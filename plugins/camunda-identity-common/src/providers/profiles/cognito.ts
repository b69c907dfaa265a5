import { hostOf, type ProviderProfile } from './types';

/** Amazon Cognito user pools. */
export const cognito: ProviderProfile = {
  profile: 'cognito',
  title: 'Amazon Cognito',
  matchesIssuer: issuer =>
    /^cognito-idp\.[^.]+\.amazonaws\.com(\.cn)?$/.test(hostOf(issuer)),
  hasOwnHosts: true,
  documentTraits: [
    document => hostOf(document.token_endpoint).endsWith('.amazoncognito.com'),
    document =>
      hostOf(document.authorization_endpoint).endsWith('.amazoncognito.com'),
  ],
  quirks: [
    'Access tokens have no aud claim, so components that check the audience refuse them.',
    'A client-credentials request needs a custom scope of a resource server.',
    'Logout goes to /logout?logout_uri=… of the pool’s domain, which is not what OpenID Connect describes.',
  ],
  lists: {
    grant_types_supported: 'Cognito does not list its grant types.',
    code_challenge_methods_supported: 'Cognito does not list PKCE; S256 works.',
    scopes_supported:
      'Cognito has no offline_access; it issues refresh tokens without.',
  },
  tokensLackAudience: true,
  foreignHosts: true,
  remedies: {
    'client.token-audience':
      'Cognito puts no audience into access tokens for client credentials; add one in a pre token generation trigger (version 3), or leave audiences out of the cluster’s configuration.',
    'client.token':
      'App clients > (client) > Login pages > OAuth grant types: Client credentials, with a custom scope of a resource server; such a client can have no other grant.',
    'discovery.endpoints':
      'Without a domain the pool has no login page: User pools > (pool) > Branding > Domain.',
    'discovery.authorization-endpoint':
      'Without a domain the pool has no login page: User pools > (pool) > Branding > Domain.',
    'client.token-lifetime':
      'App clients > (client) > Edit > Access token expiration.',
    'discovery.scopes':
      'App clients > (client) > Login pages > OpenID Connect scopes.',
  },
  admin: {
    application: 'User pools > (pool) > App clients > (client)',
    redirectUris:
      'App clients > (client) > Login pages > Allowed callback URLs',
    secret: 'App clients > (client) > Client secret',
    grantTypes: 'App clients > (client) > Login pages > OAuth grant types',
    audience: 'User pools > (pool) > Branding > Domain > Resource servers',
  },
  docsUrl: 'https://console.aws.amazon.com/cognito/v2/idp/user-pools',
};
