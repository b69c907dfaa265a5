import {
  profileOf,
  type Provider,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';

/**
 * What is known of a provider, as it can be sent to another thread: functions cannot, so that of the profiles
 * of other modules only the one that it has is handed on, with its issuer instead of the functions.
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
