import { endpointPath, pathOf, type ProviderProfile } from './types';

/** Dex. */
export const dex: ProviderProfile = {
  profile: 'dex',
  title: 'Dex',
  matchesIssuer: issuer => /\/dex\/?$/.test(pathOf(issuer)),
  documentTraits: [
    document =>
      Array.isArray(document.scopes_supported) &&
      document.scopes_supported.includes('federated:id'),
    document => {
      const path = endpointPath(document, 'jwks_uri');
      return (
        path.endsWith('/keys') &&
        pathOf(String(document.issuer)) === path.slice(0, -'/keys'.length)
      );
    },
    document =>
      Array.isArray(document.claims_supported) &&
      document.claims_supported.includes('at_hash'),
  ],
  quirks: [
    'The client-credentials grant is missing unless it is enabled, which recent versions allow.',
    'Clients are defined in Dex’s configuration (staticClients); there are no admin pages.',
  ],
  lists: {
    grant_types_supported: 'Older Dex does not list its grant types.',
    code_challenge_methods_supported:
      'Older Dex does not list PKCE; from 2.26 on S256 works.',
    end_session_endpoint: 'Dex has no logout endpoint.',
  },
  checksClientBeforeCode: true,
  remedies: {
    'discovery.issuer-mismatch': 'Dex names the "issuer" of its configuration.',
    'client.token':
      'Client credentials have to be allowed in oauth2.grantTypes, in versions that have them.',
    'client.token-audience':
      'The audience is the client ID; others come with the scope audience:server:client_id:<client ID> and trustedPeers.',
    'client.token-lifetime': 'expiry.idTokens in Dex’s configuration.',
    'discovery.signing-algorithms':
      'Dex signs with RS256 unless the signer is configured otherwise.',
    'discovery.pkce':
      'Every Dex from 2.26 on has PKCE; older ones have to be updated.',
  },
  explanations: [
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
  ],
  admin: {
    application: 'Dex configuration > staticClients',
    redirectUris: 'staticClients[].redirectURIs',
    secret: 'staticClients[].secret or secretEnv',
    grantTypes: 'oauth2.grantTypes',
  },
  docsUrl: 'https://dexidp.io/docs/configuration/',
};
