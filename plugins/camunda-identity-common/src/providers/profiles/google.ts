import { hostOf, type ProviderProfile } from './types';

/** Google's accounts as OpenID provider. */
export const google: ProviderProfile = {
  profile: 'google',
  title: 'Google',
  matchesIssuer: issuer => hostOf(issuer) === 'accounts.google.com',
  matchesDocument: document => document.issuer === 'accounts.google.com',
  quirks: [
    'There is no client-credentials grant for OAuth clients: Camunda’s components cannot ask for tokens of their own.',
    'Access tokens are opaque; components cannot verify them.',
    'A refresh token needs access_type=offline and prompt=consent instead of the scope offline_access.',
  ],
  lists: {
    scopes_supported:
      'Google has no offline_access; access_type=offline takes its place.',
    end_session_endpoint: 'Google has no logout endpoint.',
    grant_types_supported: 'Google has no client_credentials grant.',
  },
  foreignHosts: true,
  noClientCredentials: true,
  admin: {
    application: 'Google Cloud console > APIs & Services > Credentials',
    redirectUris: 'Credentials > (OAuth client) > Authorized redirect URIs',
    secret: 'Credentials > (OAuth client) > Client secrets',
  },
  docsUrl: 'https://console.cloud.google.com/apis/credentials',
};
