import { endpointPath, pathOf, type ProviderProfile } from './types';

/** Keycloak and Red Hat's build of it; up to version 16 below /auth. */
export const keycloak: ProviderProfile = {
  profile: 'keycloak',
  title: 'Keycloak',
  matchesIssuer: issuer => /\/realms\/[^/]+\/?$/.test(pathOf(issuer)),
  matchesDocument: document =>
    endpointPath(document, 'token_endpoint').endsWith(
      '/protocol/openid-connect/token',
    ),
  quirks: [
    'The issuer is the realm’s address without a slash at the end; up to Keycloak 16 it has /auth before /realms.',
    'It names itself as it was asked unless "hostname" is configured: components that use another address see another issuer.',
    'A client-credentials request needs "Service accounts roles" on the client.',
    'Tokens have the audience of other clients only through an audience mapper.',
  ],
  checksClientBeforeCode: true,
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
