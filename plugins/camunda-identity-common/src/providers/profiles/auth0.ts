import { endpointPath, hostOf, type ProviderProfile } from './types';

/** Auth0, including custom domains. */
export const auth0: ProviderProfile = {
  profile: 'auth0',
  title: 'Auth0',
  matchesIssuer: issuer => hostOf(issuer).endsWith('.auth0.com'),
  hasOwnHosts: true,
  documentTraits: [
    document => endpointPath(document, 'token_endpoint') === '/oauth/token',
    document =>
      endpointPath(document, 'mfa_challenge_endpoint') === '/mfa/challenge',
    document =>
      endpointPath(document, 'device_authorization_endpoint') ===
      '/oauth/device/code',
  ],
  quirks: [
    'The issuer ends in a slash.',
    'A client-credentials request needs the parameter audience with the identifier of an API; without it access tokens are opaque.',
    'The logout endpoint is in the document only after it was switched on in the tenant’s settings.',
  ],
  lists: {
    grant_types_supported:
      'Auth0 does not list its grant types; an application’s own list decides.',
    end_session_endpoint:
      'Auth0 lists it after "RP-Initiated Logout End Session Endpoint Discovery" was switched on.',
  },
  issuerEndsInSlash: true,
  tokenRequest: 'audience-parameter',
  checksClientBeforeCode: true,
  // Camunda docs, "JWT token claims".
  clusterClaims: { usernameClaim: 'email' },
  clientRefusals: [{ status: 401, error: 'access_denied' }],
  remedies: {
    'discovery.issuer-mismatch':
      'Auth0’s issuer always ends in a slash, even with a custom domain.',
    'discovery.signing-algorithms':
      'Applications > (application) > Settings > Advanced Settings > OAuth > JsonWebToken Signature Algorithm: RS256.',
    'client.token-format':
      'Without an audience Auth0 issues opaque tokens: create an API (Applications > APIs) and enter its identifier as audience.',
    'client.token-signature':
      'Applications > APIs > (API) > Settings > Signing Algorithm: RS256.',
    'client.token-audience':
      'The audience is the identifier of an API: Applications > APIs > (API) > Settings > Identifier.',
    'client.token-lifetime':
      'Applications > APIs > (API) > Settings > Access Token Settings.',
    'discovery.auth-methods':
      'Applications > (application) > Credentials > Authentication Method.',
    'discovery.scopes':
      'offline_access needs "Allow Offline Access" at Applications > APIs > (API) > Settings.',
  },
  explanations: [
    {
      text: /Grant type 'client_credentials' not allowed for the client/i,
      about: 'grant',
      cause: 'The grant is switched off for this application.',
      fix: 'Switch on "Client Credentials" under Advanced Settings > Grant Types.',
    },
    {
      text: /Service not enabled within domain/i,
      about: 'audience',
      cause: 'The audience is not the identifier of an API of this tenant.',
      fix: 'Create an API with this identifier, or enter one that exists.',
    },
    {
      text: /is not authorized to access resource server/i,
      about: 'audience',
      cause: 'The application is not authorized for the API of this audience.',
      fix: 'Authorize it under APIs > (API) > Machine to Machine Applications.',
    },
    {
      text: /Callback URL mismatch|not in the list of allowed callback URLs/i,
      about: 'redirect-uri',
      cause: 'The redirect URI is not among the allowed callback URLs.',
      fix: 'Add it under Applications > (application) > Settings > Allowed Callback URLs.',
    },
  ],
  admin: {
    application: 'Applications > Applications > (application)',
    redirectUris:
      'Applications > (application) > Settings > Allowed Callback URLs',
    secret: 'Applications > (application) > Settings > Basic Information',
    grantTypes:
      'Applications > (application) > Settings > Advanced Settings > Grant Types',
    audience: 'Applications > APIs > (API) > Machine to Machine Applications',
    logout: 'Tenant Settings > Advanced > RP-Initiated Logout',
  },
  docsUrl: 'https://manage.auth0.com/',
};
