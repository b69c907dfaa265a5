import { endpointPath, hostOf, type ProviderProfile } from './types';

/** PingOne, PingFederate and PingOne Advanced Identity Cloud. */
export const ping: ProviderProfile = {
  profile: 'ping',
  title: 'Ping Identity',
  matchesIssuer: issuer =>
    /\.pingone\.[a-z.]+$|\.forgeblocks\.com$/.test(hostOf(issuer)),
  hasOwnHosts: true,
  documentTraits: [
    document =>
      'ping_end_session_endpoint' in document ||
      'ping_revoked_sris_endpoint' in document,
    document =>
      /\/as\/token(\.oauth2)?$/.test(endpointPath(document, 'token_endpoint')),
    document =>
      /\/pf\/JWKS$|\/as\/jwks$|\/oauth2\/connect\/jwk_uri$/.test(
        endpointPath(document, 'jwks_uri'),
      ),
  ],
  locksClients: true,
  // Camunda docs, "JWT token claims".
  clusterClaims: { usernameClaim: 'sub' },
  endpointPaths: /\/as\/(authorization|token)\.oauth2\/?$/,
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
  remedies: {
    'client.token-format':
      'PingFederate: Applications > OAuth > Access Token Management, an instance of type JSON Web Tokens, with the client bound to it.',
    'client.token-audience':
      'PingFederate: Access Token Management > (instance) > Audience Claim Value, one instance per client; PingOne: Applications > Resources > (resource) > Audience.',
    'client.token-issuer':
      'PingFederate: Access Token Management > (instance) > Issuer Claim Value has to be the issuer.',
    'client.token-signature':
      'PingFederate: access tokens may have a key set of their own (Access Token Management > (instance) > JWKS Endpoint); sign with the centralized keys.',
    'discovery.issuer-mismatch':
      'PingFederate: System > Protocol Settings > Federation Info > Base URL.',
    'discovery.requirements':
      'PingOne: Applications > (application) > Configuration > Require Pushed Authorization Request; PingFederate: the client’s own setting of that name.',
    'discovery.scopes':
      'PingFederate: System > OAuth Settings > Scope Management; PingOne: Applications > (application) > Resources.',
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
