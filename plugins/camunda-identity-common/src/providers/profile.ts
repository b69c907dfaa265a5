import type { Provider } from './schema';
import type { ProviderContext } from './resolve';
import {
  GENERIC_PROFILE,
  PROVIDER_PROFILES,
  type ProviderProfile,
} from './profiles';

export * from './profiles';

/** Issuers are few and asked for often: a list of connections asks for one a row. */
const MAX_KNOWN = 1000;
const known = new Map<string, ProviderProfile>();

function byIssuer(issuer: string): ProviderProfile {
  let profile = known.get(issuer);
  if (!profile) {
    profile =
      PROVIDER_PROFILES.find(entry => entry.matchesIssuer?.(issuer)) ??
      GENERIC_PROFILE;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(issuer, profile);
  }
  return profile;
}

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
  if (!document && own.length === 0) return byIssuer(issuer);
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
