import { endpointPath, pathOf, type ProviderProfile } from './types';

/** authentik. */
export const authentik: ProviderProfile = {
  profile: 'authentik',
  title: 'authentik',
  matchesIssuer: issuer => /\/application\/o\/[^/]+\/?$/.test(pathOf(issuer)),
  documentTraits: [
    document =>
      endpointPath(document, 'authorization_endpoint').endsWith(
        '/application/o/authorize/',
      ),
    document =>
      endpointPath(document, 'token_endpoint').endsWith(
        '/application/o/token/',
      ),
    document =>
      endpointPath(document, 'userinfo_endpoint').endsWith(
        '/application/o/userinfo/',
      ),
  ],
  quirks: [
    'Each application has an issuer of its own, which ends in a slash, unless "Issuer mode" is "Same identifier": Camunda needs that, since all its components share one issuer.',
    'An application whose list of redirect URIs is empty takes the first one that is used.',
    'offline_access has to be selected among the provider’s scopes.',
  ],
  issuerEndsInSlash: true,
  registersRedirectUris: true,
  remedies: {
    'discovery.issuer-mismatch':
      'Applications > Providers > (provider) > Edit > Advanced protocol settings > Issuer mode decides; the issuer ends in a slash.',
    'discovery.signing-algorithms':
      'Without a signing key authentik signs with HS256: Applications > Providers > (provider) > Edit > Signing Key.',
    'jwks.document':
      'Without a signing key the key set is empty: Applications > Providers > (provider) > Edit > Signing Key.',
    'jwks.usable-key':
      'Applications > Providers > (provider) > Edit > Signing Key: choose an RSA or EC certificate.',
    'discovery.scopes':
      'Applications > Providers > (provider) > Edit > Advanced protocol settings > Scopes: select offline_access, email and profile.',
    'client.token-lifetime':
      'Applications > Providers > (provider) > Edit > Access Token validity.',
    'client.token-audience':
      'Tokens have the client ID as audience unless a scope mapping sets another (Customization > Property Mappings).',
    'discovery.subject-types':
      'Applications > Providers > (provider) > Edit > Subject mode.',
  },
  admin: {
    application: 'Applications > Providers > (provider)',
    redirectUris:
      'Applications > Providers > (provider) > Edit > Redirect URIs/Origins',
    secret: 'Applications > Providers > (provider) > Edit > Client Secret',
    audience: 'Applications > Providers > (provider) > Edit > Issuer mode',
  },
  docsUrl: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/',
};
