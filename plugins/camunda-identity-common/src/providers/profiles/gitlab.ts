import { hostOf, endpointPath, type ProviderProfile } from './types';

/** GitLab, gitlab.com or self-managed. */
export const gitlab: ProviderProfile = {
  profile: 'gitlab',
  title: 'GitLab',
  matchesIssuer: issuer => hostOf(issuer) === 'gitlab.com',
  hasOwnHosts: true,
  documentTraits: [
    document =>
      endpointPath(document, 'jwks_uri').endsWith('/oauth/discovery/keys'),
    document =>
      endpointPath(document, 'token_endpoint').endsWith('/oauth/token') &&
      endpointPath(document, 'introspection_endpoint').endsWith(
        '/oauth/introspect',
      ),
  ],
  quirks: [
    'Access tokens are opaque; components cannot verify them.',
    'There is no offline_access: refresh tokens come without.',
  ],
  lists: {
    scopes_supported: 'GitLab issues refresh tokens without offline_access.',
    end_session_endpoint: 'GitLab has no logout endpoint.',
  },
  remedies: {
    'client.token-format':
      'GitLab’s access tokens are always opaque: put a provider that issues JWTs in front of it.',
    'client.redirect-uri-flow':
      'Applications > (application) > Scopes: openid, profile and email must be selected.',
    'discovery.scopes': 'Applications > (application) > Scopes.',
    'discovery.issuer-mismatch': 'GitLab names external_url of gitlab.rb.',
  },
  admin: {
    application: 'User settings, group or admin area > Applications',
    redirectUris: 'Applications > (application) > Redirect URI',
    secret: 'Applications > (application) > Renew secret',
  },
  docsUrl: 'https://docs.gitlab.com/integration/openid_connect_provider/',
};
