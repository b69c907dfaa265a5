import { hostOf, type ProviderProfile } from './types';

/** Google's accounts as OpenID provider. */
export const google: ProviderProfile = {
  profile: 'google',
  title: 'Google',
  matchesIssuer: issuer => hostOf(issuer) === 'accounts.google.com',
  hasOwnHosts: true,
  documentTraits: [
    document => document.issuer === 'accounts.google.com',
    document =>
      hostOf(document.authorization_endpoint) === 'accounts.google.com',
  ],
  quirks: [
    'There is no client-credentials grant for OAuth clients: Camunda’s components cannot ask for tokens of their own.',
    'Access tokens are opaque; components cannot verify them.',
    'A refresh token needs access_type=offline and prompt=consent instead of the scope offline_access.',
  ],
  lists: {
    scopes_supported:
      'Google has no offline_access; it uses access_type=offline instead.',
    end_session_endpoint: 'Google has no logout endpoint.',
    grant_types_supported: 'Google has no client_credentials grant.',
  },
  foreignHosts: true,
  noClientCredentials: true,
  remedies: {
    'client.token':
      'Google has no client credentials for such applications: put a provider of your own, such as Keycloak, in front of it.',
    'client.token-format':
      'Google’s access tokens are opaque: put a provider of your own, such as Keycloak, in front of it.',
    'discovery.grant-types':
      'Google has no client credentials for such applications: put a provider of your own, such as Keycloak, in front of it.',
    'client.redirect-uri':
      'Google Cloud console > APIs & Services > Credentials > (OAuth client) > Authorized redirect URIs; changes take some minutes.',
  },
  explanations: [
    {
      text: /provided client secret is invalid/i,
      about: 'secret',
      cause: 'The secret is wrong.',
      fix: 'Copy it from Credentials > (OAuth client).',
    },
    {
      text: /OAuth client was not found/i,
      about: 'client',
      cause: 'Google does not know this client ID.',
      fix: 'Copy it from Credentials > (OAuth client).',
    },
    {
      text: /redirect_uri_mismatch/i,
      about: 'redirect-uri',
      cause: 'The redirect URI is not among the authorized redirect URIs.',
      fix: 'Add it under Credentials > (OAuth client) > Authorized redirect URIs.',
    },
  ],
  admin: {
    application: 'Google Cloud console > APIs & Services > Credentials',
    redirectUris: 'Credentials > (OAuth client) > Authorized redirect URIs',
    secret: 'Credentials > (OAuth client) > Client secrets',
  },
  docsUrl: 'https://console.cloud.google.com/apis/credentials',
};
