import type { ProviderProfile } from './types';

/**
 * A provider that none of the others recognises.
 *
 * @public
 */
export const generic: ProviderProfile = {
  profile: 'generic',
  title: 'OpenID Connect provider',
  quirks: [],
  admin: {},
  docsUrl: 'https://openid.net/specs/openid-connect-discovery-1_0.html',
};
