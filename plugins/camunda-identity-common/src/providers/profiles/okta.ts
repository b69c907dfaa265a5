import { hostOf, endpointPath, pathOf, type ProviderProfile } from './types';

/** Okta, best with a custom authorization server (issuer …/oauth2/<id>). */
export const okta: ProviderProfile = {
  profile: 'okta',
  title: 'Okta',
  matchesIssuer: issuer =>
    /\.(okta(-emea|-gov)?|oktapreview)\.com$/.test(hostOf(issuer)),
  hasOwnHosts: true,
  documentTraits: [
    document =>
      /^\/oauth2(\/[^/]+)?\/v1\/token$/.test(
        endpointPath(document, 'token_endpoint'),
      ),
    document =>
      /^\/oauth2(\/[^/]+)?\/v1\/keys$/.test(endpointPath(document, 'jwks_uri')),
    document =>
      /^\/oauth2(\/[^/]+)?\/v1\/authorize$/.test(
        endpointPath(document, 'authorization_endpoint'),
      ),
  ],
  quirks: [
    'The organization’s own authorization server issues access tokens that only Okta can verify, and no client-credentials tokens for a secret: use a custom one, such as /oauth2/default.',
    'A client-credentials request needs a custom scope of the authorization server; openid is refused.',
  ],
  lists: {
    grant_types_supported:
      'Okta’s custom authorization servers do not list client_credentials, though they have it.',
    end_session_endpoint:
      'Okta lists it where the authorization server has the scope openid.',
  },
  checksClientBeforeCode: true,
  // Camunda docs, "JWT token claims".
  clusterClaims: { usernameClaim: 'email' },
  endpointPaths: /\/v1\/(authorize|token)\/?$/,
  meantIssuers: typed =>
    /\.okta(preview|-emea)?\.com$/.test(hostOf(typed)) && pathOf(typed) === '/'
      ? [`${typed}/oauth2/default`]
      : [],
  remedies: {
    'discovery.issuer-mismatch':
      'Security > API > Authorization Servers > (server) > Settings > Issuer: "Okta URL", "Custom URL" or "Dynamic" decides which host it names.',
    'discovery.scopes':
      'Security > API > Authorization Servers > (server) > Scopes; nobody can sign in to an authorization server without openid.',
    'client.token':
      'General > Grant type > Client Credentials, and an access policy of the authorization server that allows it with a custom scope.',
    'client.token-audience':
      'Security > API > Authorization Servers > (server) > Settings > Audience; an authorization server has one.',
    'client.token-signature':
      'Tokens of the organization’s own authorization server can be verified by Okta only: use a custom one, such as /oauth2/default.',
    'client.token-lifetime':
      'Security > API > Authorization Servers > (server) > Access Policies > (rule) > Access token lifetime.',
    'client.token-client':
      'Okta names the client in cid: set clientIdClaim to cid.',
    'discovery.requirements':
      'Applications > (application) > General > Require Pushed Authorization Requests.',
  },
  explanations: [
    {
      text: /client secret supplied for a confidential client is invalid/i,
      about: 'secret',
      cause: 'The secret is wrong.',
      fix: 'Copy it from General > Client Credentials.',
    },
    {
      text: /must use the private_key_jwt token_endpoint_auth_method/i,
      about: 'grant',
      cause:
        'Okta’s organization authorization server issues no client-credentials tokens for a secret.',
      fix: 'Use a custom authorization server as issuer, such as …/oauth2/default.',
    },
    {
      text: /Cannot request 'openid' scopes using client credentials|One or more scopes are not configured/i,
      about: 'scope',
      cause: 'A client-credentials request needs a custom scope.',
      fix: 'Create one under Security > API > (server) > Scopes and enter it as token scope.',
    },
    {
      text: /Configured grant types:/i,
      about: 'grant',
      cause: 'The grant is switched off for this application.',
      fix: 'Switch it on under General > Grant type.',
    },
    {
      text: /'redirect_uri' parameter must be a Login redirect URI/i,
      about: 'redirect-uri',
      cause: 'The redirect URI is not among the sign-in redirect URIs.',
      fix: 'Add it under General > Sign-in redirect URIs.',
    },
    {
      text: /Invalid value for 'client_id' parameter/i,
      about: 'client',
      cause: 'Okta does not know this client ID.',
      fix: 'Copy it from General > Client Credentials.',
    },
  ],
  admin: {
    application: 'Applications > Applications > (application) > General',
    redirectUris:
      'Applications > (application) > General > Sign-in redirect URIs',
    secret: 'Applications > (application) > General > Client Credentials',
    grantTypes: 'Applications > (application) > General > Grant type',
    audience: 'Security > API > Authorization Servers > (server) > Settings',
    logout: 'Applications > (application) > General > Sign-out redirect URIs',
  },
  docsUrl: 'https://developer.okta.com/docs/guides/',
};
