import type { Provider } from './schema';
import type { ProviderContext } from './resolve';
import {
  GENERIC_PROFILE,
  PROVIDER_PROFILES,
  type ProviderProfile,
} from './profiles';

export * from './profiles';

/**
 * Recognises a product by its issuer, or by its discovery document: most run under a company's own name.
 *
 * @param document - the parsed discovery document, where there is one
 * @param own - profiles to try before those that are known
 * @public
 */
export function detectProfile(
  issuer: string,
  document?: Readonly<Record<string, unknown>>,
  own: readonly ProviderProfile[] = [],
): ProviderProfile {
  const all = [...own, ...PROVIDER_PROFILES];
  return (
    all.find(entry => entry.matchesIssuer?.(issuer)) ??
    (document && all.find(entry => entry.matchesDocument?.(document))) ??
    GENERIC_PROFILE
  );
}

/**
 * Name and profile of a provider, from its address.
 *
 * @public
 */
export function profileOf(
  provider: Provider,
  context: ProviderContext,
): Pick<ProviderProfile, 'profile' | 'title'> {
  if (provider.type === 'MICROSOFT') {
    const cloud = context.clouds[provider.cloud ?? 'global'];
    return { profile: 'entra', title: cloud?.title ?? 'Microsoft Entra ID' };
  }
  const { profile, title } = detectProfile(provider.issuer);
  return { profile, title };
}
