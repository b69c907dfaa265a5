import { endpointPath, hostOf, type ProviderProfile } from './types';

/** PingOne, PingFederate and PingOne Advanced Identity Cloud. */
export const ping: ProviderProfile = {
  profile: 'ping',
  title: 'Ping Identity',
  matchesIssuer: issuer =>
    /\.pingone\.[a-z.]+$|\.forgeblocks\.com$/.test(hostOf(issuer)),
  matchesDocument: document =>
    'ping_end_session_endpoint' in document ||
    'ping_revoked_sris_endpoint' in document ||
    endpointPath(document, 'token_endpoint') === '/as/token.oauth2',
  quirks: [
    'PingFederate names its logout endpoint ping_end_session_endpoint in older versions.',
    'PingOne’s issuer ends in /as and has the environment’s ID in it.',
  ],
  lists: {
    grant_types_supported: 'Older PingFederate does not list its grant types.',
    code_challenge_methods_supported: 'Older PingFederate does not list PKCE.',
    scopes_supported: 'offline_access has to be added as a scope.',
    end_session_endpoint:
      'Older PingFederate has ping_end_session_endpoint instead.',
  },
  admin: {
    application: 'Applications > Applications > (application)',
    redirectUris:
      'Applications > (application) > Configuration > Redirect URIs',
    secret: 'Applications > (application) > Overview > Client Secret',
    grantTypes: 'Applications > (application) > Configuration > Grant Type',
    logout: 'Applications > (application) > Configuration > Signoff URLs',
  },
  docsUrl: 'https://docs.pingidentity.com/',
};
