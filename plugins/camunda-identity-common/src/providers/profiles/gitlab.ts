import { hostOf, endpointPath, type ProviderProfile } from './types';

/** GitLab, gitlab.com or self-managed. */
export const gitlab: ProviderProfile = {
  profile: 'gitlab',
  title: 'GitLab',
  matchesIssuer: issuer => hostOf(issuer) === 'gitlab.com',
  matchesDocument: document =>
    endpointPath(document, 'jwks_uri').endsWith('/oauth/discovery/keys'),
  quirks: [
    'Access tokens are opaque; components cannot verify them.',
    'There is no offline_access: refresh tokens come without.',
  ],
  lists: {
    scopes_supported: 'GitLab issues refresh tokens without offline_access.',
    end_session_endpoint: 'GitLab has no logout endpoint.',
  },
  admin: {
    application: 'User settings, group or admin area > Applications',
    redirectUris: 'Applications > (application) > Redirect URI',
    secret: 'Applications > (application) > Renew secret',
  },
  docsUrl: 'https://docs.gitlab.com/integration/openid_connect_provider/',
};
