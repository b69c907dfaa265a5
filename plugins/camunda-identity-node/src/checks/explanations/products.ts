import type { Explanation } from './types';

/** Texts of other products, from their sources and documentation. */
export const PRODUCTS: readonly Explanation[] = [
  // Keycloak: TokenManager, AuthorizationEndpoint, ClientCredentialsGrantType.
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
  // Auth0.
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
  // Okta.
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
  // Google.
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
  // Dex.
  {
    text: /Unregistered redirect_uri/i,
    about: 'redirect-uri',
    cause: 'The redirect URI is not among the client’s redirectURIs.',
    fix: 'Add it to staticClients[].redirectURIs.',
  },
  {
    text: /Invalid client_id\b/i,
    about: 'client',
    cause: 'Dex has no such client.',
    fix: 'Check staticClients[].id.',
  },
  // Zitadel.
  {
    text: /requested redirect_uri is missing in the client configuration/i,
    about: 'redirect-uri',
    cause: 'The redirect URI is not among those of the application.',
    fix: 'Add it under Redirect Settings.',
  },
  {
    text: /unable to retrieve client by id|Errors\.App\.NotFound/i,
    about: 'client',
    cause: 'Zitadel has no such application.',
    fix: 'Copy the client ID from the application’s configuration.',
  },
  // node-oidc-provider.
  {
    text: /redirect_uri did not match any/i,
    about: 'redirect-uri',
    cause: 'The redirect URI is not registered for this client.',
    fix: 'Add it to the client’s redirect_uris.',
  },
  {
    text: /^client is invalid$|\bclient is invalid\b/i,
    about: 'client',
    cause: 'The provider has no such client.',
    fix: 'Check the client ID.',
  },
  // authentik, GitLab and others.
  {
    text: /Redirect URI Error|redirect uri included is not valid|invalid redirect[_ ]ur[il]/i,
    about: 'redirect-uri',
    cause: 'The redirect URI is not registered for this client.',
    fix: 'Add exactly this address at the provider.',
  },
  {
    text: /Client ID Error|Client authentication failed due to unknown client/i,
    about: 'client',
    cause: 'The provider does not know this client ID.',
    fix: 'Copy it from the application at the provider.',
  },
];
