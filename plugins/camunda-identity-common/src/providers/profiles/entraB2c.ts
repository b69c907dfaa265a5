import { hostOf, type ProviderProfile } from './types';

/** Azure AD B2C, with tenants on b2clogin.com and a document per user flow. */
export const entraB2c: ProviderProfile = {
  profile: 'entra-b2c',
  title: 'Azure AD B2C',
  matchesIssuer: issuer => hostOf(issuer).endsWith('.b2clogin.com'),
  matchesDocument: document =>
    hostOf(document.issuer).endsWith('.b2clogin.com'),
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
  admin: {
    application: 'Azure portal > Azure AD B2C > App registrations',
    redirectUris: 'App registrations > (application) > Authentication',
    secret: 'App registrations > (application) > Certificates & secrets',
    grantTypes: 'App registrations > (application) > API permissions',
  },
  docsUrl:
    'https://learn.microsoft.com/azure/active-directory-b2c/openid-connect',
};
