import type { ProviderProfile } from './types';

/**
 * A provider that no other profile recognises.
 *
 * @public
 */
export const generic: ProviderProfile = {
  profile: 'generic',
  title: 'OpenID Connect provider',
  quirks: [],
  endpointPaths:
    /\/((oauth2?\/)?(authorize|token)|connect\/(authorize|token))\/?$/,
  explanations: [
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
  ],
  admin: {},
  docsUrl: 'https://openid.net/specs/openid-connect-discovery-1_0.html',
};
