import { endpointPath, hostOf, type ProviderProfile } from './types';

/** Azure AD B2C, with tenants on b2clogin.com and a document per user flow. */
export const entraB2c: ProviderProfile = {
  profile: 'entra-b2c',
  title: 'Azure AD B2C',
  matchesIssuer: issuer => hostOf(issuer).endsWith('.b2clogin.com'),
  hasOwnHosts: true,
  documentTraits: [
    document => hostOf(document.issuer).endsWith('.b2clogin.com'),
    document => /\/b2c_1a?_/i.test(endpointPath(document, 'token_endpoint')),
    document => /\/b2c_1a?_/i.test(endpointPath(document, 'jwks_uri')),
  ],
  quirks: [
    'The document is found under the user flow’s address, but names an issuer without it unless the flow’s "Token compatibility" says otherwise; the issuer ends in a slash.',
    'A client-credentials request needs the scope <application ID URI>/.default.',
  ],
  lists: {
    grant_types_supported: 'B2C does not list its grant types.',
    code_challenge_methods_supported: 'B2C does not list PKCE; S256 works.',
    scopes_supported: 'B2C lists only openid; offline_access works.',
  },
  tokenRequest: 'default-scope',
  checksClientBeforeCode: false,
  remedies: {
    'discovery.issuer-mismatch':
      'User flows > (flow) > Properties > Token compatibility settings > Issuer (iss) claim: with tfp the issuer has the flow in it, as the document’s address does.',
    'client.token':
      'A client-credentials request needs an exposed API with app roles (App registrations > (application) > Expose an API, App roles).',
    'client.token-lifetime':
      'User flows > (flow) > Properties > Token lifetime.',
    'discovery.scopes':
      'B2C takes the application’s own scope <application ID URI>/<scope> beside openid and offline_access.',
  },
  admin: {
    application: 'Azure portal > Azure AD B2C > App registrations',
    redirectUris: 'App registrations > (application) > Authentication',
    secret: 'App registrations > (application) > Certificates & secrets',
    grantTypes: 'App registrations > (application) > API permissions',
  },
  docsUrl:
    'https://learn.microsoft.com/azure/active-directory-b2c/openid-connect',
};
