import { endpointPath, pathOf, type ProviderProfile } from './types';

const isAuthorization = (endpoint: string) =>
  endpoint.endsWith('/protocol/openid-connect/auth');

/** With and without /auth, which Keycloak dropped in version 17; or the realm of an admin console. */
function meantIssuers(typed: string): string[] {
  const meant: string[] = [];
  if (typed.includes('/auth/realms/'))
    meant.push(typed.replace('/auth/realms/', '/realms/'));
  else if (typed.includes('/realms/'))
    meant.push(typed.replace('/realms/', '/auth/realms/'));
  if (/\/admin(\/master)?\/console/.test(typed))
    meant.push(typed.replace(/\/admin\/.*$/, '/realms/master'));
  return meant;
}

/** Keycloak and Red Hat's build of it; below /auth up to version 16. */
export const keycloak: ProviderProfile = {
  profile: 'keycloak',
  title: 'Keycloak',
  matchesIssuer: issuer => /\/realms\/[^/]+\/?$/.test(pathOf(issuer)),
  documentTraits: [
    document =>
      endpointPath(document, 'token_endpoint').endsWith(
        '/protocol/openid-connect/token',
      ),
    document =>
      endpointPath(document, 'jwks_uri').endsWith(
        '/protocol/openid-connect/certs',
      ),
    document =>
      endpointPath(document, 'authorization_endpoint').endsWith(
        '/protocol/openid-connect/auth',
      ),
  ],
  quirks: [
    'The issuer is the realm’s address without a trailing slash; up to Keycloak 16 it has /auth before /realms.',
    'It names itself as it was asked unless "hostname" is configured: components that use another address see another issuer.',
    'A client-credentials request needs "Service accounts roles" on the client.',
    'Tokens have the audience of other clients only through an audience mapper.',
  ],
  checksClientBeforeCode: true,
  endpointPaths: /\/protocol\/openid-connect\/(auth|token)\/?$/,
  meantIssuers,
  strayRemedy: (actual, expected) =>
    isAuthorization(actual) && !isAuthorization(expected)
      ? 'The component still uses a Keycloak, the one of the chart perhaps: set type and issuer of the provider, and the profile oidc for Management Identity.'
      : undefined,
  remedies: {
    'discovery.issuer-mismatch':
      'Keycloak names the address under which it was asked unless hostname is set: start it with --hostname=https://<public address>, behind a proxy with --proxy-headers=xforwarded (or forwarded).',
    'discovery.endpoint-urls':
      'Keycloak takes scheme and host from the request: set --hostname=https://<public address> and behind a proxy --proxy-headers=xforwarded (or forwarded), and have the proxy send X-Forwarded-Proto and X-Forwarded-Host.',
    'discovery.endpoint-hosts':
      'Other hosts come from hostname-backchannel-dynamic or a missing hostname: set --hostname=https://<public address> and --proxy-headers.',
    'discovery.backend-issuer':
      '--hostname=https://<public address> with --hostname-backchannel-dynamic=true names one issuer at both addresses.',
    'client.secret':
      'Clients > (client) > Credentials; the client needs "Client authentication" on.',
    'client.token':
      'Clients > (client) > Settings > Capability config > Service accounts roles.',
    'client.token-issuer':
      'The realm’s Frontend URL (Realm settings > General) and --hostname decide what tokens name.',
    'client.token-audience':
      'Clients > (client) > Client scopes > (client)-dedicated > Add mapper > By configuration > Audience, with "Add to access token".',
    'client.token-client':
      'The scope "basic" (or the mapper of the client ID) is missing among the client’s default client scopes.',
    'client.token-lifetime':
      'Realm settings > Tokens > Access Token Lifespan, or Clients > (client) > Advanced.',
    'client.redirect-uri-open':
      'Clients > (client) > Settings > Valid redirect URIs: replace patterns with * by exact addresses.',
    'client.redirect-uri-flow':
      'Clients > (client) > Settings > Capability config > Standard flow; scopes under Client scopes.',
    'discovery.signing-algorithms':
      'Realm settings > Tokens > Default signature algorithm, and Clients > (client) > Advanced > Fine grain OpenID Connect configuration.',
    'discovery.requirements':
      'Clients > (client) > Advanced > Pushed authorization request required.',
    'jwks.usable-key':
      'Realm settings > Keys > Providers: an rsa-generated or ecdsa-generated provider has to be active.',
    'jwks.key-size':
      'Realm settings > Keys > Providers > (provider) > Key size.',
    'discovery.subject-types':
      'A pairwise mapper (Clients > (client) > Client scopes > (client)-dedicated) makes sub different for each client.',
    'logout.endpoint':
      'Every Keycloak has a logout endpoint; a proxy that rewrites the document has removed it.',
  },
  // TokenManager, AuthorizationEndpoint, ClientCredentialsGrantType of its source.
  explanations: [
    {
      text: /^Invalid client (secret|or Invalid client credentials)/i,
      about: 'secret',
      cause: 'Keycloak does not know this client ID, or the secret is wrong.',
      fix: 'Compare with Clients > (client) > Credentials.',
    },
    {
      text: /Client not enabled to retrieve service account/i,
      about: 'grant',
      cause: 'Service accounts are switched off for this client.',
      fix: 'Switch on "Service accounts roles" under Capability config.',
    },
    {
      text: /Public client not allowed to retrieve service account/i,
      about: 'grant',
      cause: 'The client is public at Keycloak.',
      fix: 'Switch on "Client authentication" for it.',
    },
    {
      text: /Standard flow is disabled for the client/i,
      about: 'grant',
      cause: 'The client may not sign people in.',
      fix: 'Switch on "Standard flow" under Capability config.',
    },
    {
      text: /Invalid parameter: redirect_uri/i,
      about: 'redirect-uri',
      cause: 'The redirect URI is not among the client’s valid redirect URIs.',
      fix: 'Add it under Clients > (client) > Settings > Valid redirect URIs.',
    },
    {
      text: /\bClient not found\b/i,
      about: 'client',
      cause: 'The realm has no such client.',
      fix: 'Check client ID and realm.',
    },
    {
      text: /\bClient disabled\b/i,
      about: 'client',
      cause: 'The client is disabled.',
      fix: 'Enable it at the top of its settings.',
    },
  ],
  admin: {
    application: 'Clients > (client) > Settings',
    redirectUris: 'Clients > (client) > Settings > Valid redirect URIs',
    secret: 'Clients > (client) > Credentials',
    grantTypes:
      'Clients > (client) > Settings > Capability config (Standard flow, Service accounts roles)',
    audience:
      'Clients > (client) > Client scopes > (client)-dedicated > Add mapper > Audience',
    logout: 'Clients > (client) > Settings > Valid post logout redirect URIs',
  },
  docsUrl: 'https://www.keycloak.org/docs/latest/server_admin/',
};
