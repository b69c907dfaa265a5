import { pathOf, type ProviderProfile } from './types';

/** Dex. */
export const dex: ProviderProfile = {
  profile: 'dex',
  title: 'Dex',
  matchesIssuer: issuer => /\/dex\/?$/.test(pathOf(issuer)),
  matchesDocument: document =>
    Array.isArray(document.scopes_supported) &&
    document.scopes_supported.includes('federated:id'),
  quirks: [
    'There is no client-credentials grant unless it is enabled in recent versions.',
    'Clients stand in Dex’s own configuration (staticClients); there are no admin pages.',
  ],
  lists: {
    grant_types_supported: 'Older Dex does not list its grant types.',
    code_challenge_methods_supported:
      'Older Dex does not list PKCE; from 2.26 on S256 works.',
    end_session_endpoint: 'Dex has no logout endpoint.',
  },
  checksClientBeforeCode: true,
  admin: {
    application: 'Dex configuration > staticClients',
    redirectUris: 'staticClients[].redirectURIs',
    secret: 'staticClients[].secret or secretEnv',
    grantTypes: 'oauth2.grantTypes',
  },
  docsUrl: 'https://dexidp.io/docs/configuration/',
};
