import { endpointPath, pathOf, type ProviderProfile } from './types';

/** authentik. */
export const authentik: ProviderProfile = {
  profile: 'authentik',
  title: 'authentik',
  matchesIssuer: issuer => /\/application\/o\/[^/]+\/?$/.test(pathOf(issuer)),
  matchesDocument: document =>
    endpointPath(document, 'authorization_endpoint').endsWith(
      '/application/o/authorize/',
    ),
  quirks: [
    'Each application has an issuer of its own, which ends in a slash, unless "Issuer mode" is "Same identifier": Camunda needs that, since all its components share one issuer.',
    'An application whose list of redirect URIs is empty takes the first one that is used.',
    'offline_access has to be selected among the provider’s scopes.',
  ],
  registersRedirectUris: true,
  admin: {
    application: 'Applications > Providers > (provider)',
    redirectUris:
      'Applications > Providers > (provider) > Edit > Redirect URIs/Origins',
    secret: 'Applications > Providers > (provider) > Edit > Client Secret',
    audience: 'Applications > Providers > (provider) > Edit > Issuer mode',
  },
  docsUrl: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/',
};
