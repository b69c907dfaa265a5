import {
  profileOf,
  type Provider,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';

/**
 * The provider context in a form that can be sent to another thread. Functions cannot be sent, so of the
 * profiles of other modules only the provider's own is passed on, with its issuer instead of the functions.
 */
export function contextForThread(
  provider: Provider,
  { clouds, profiles = [] }: ProviderContext,
): ProviderContext {
  if (provider.type !== 'GENERIC') return { clouds };
  const { profile: name } = profileOf(provider, { clouds, profiles });
  const added = profiles.find(({ profile }) => profile === name);
  if (!added) return { clouds };
  const { profile, title, quirks, admin, docsUrl, clusterClaims } = added;
  return {
    clouds,
    profiles: [
      {
        profile,
        title,
        quirks,
        admin,
        docsUrl,
        clusterClaims,
        issuers: [provider.issuer],
      },
    ],
  };
}
