import type { Provider } from './schema';
import type { ProviderContext } from './resolve';
import { entra } from './profiles/entra';
import {
  GENERIC_PROFILE,
  PROVIDER_PROFILES,
  type ProviderProfile,
} from './profiles';

export * from './profiles';

/** There are few issuers, but frequent lookups: a list of connections makes one per row. */
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

/** Weights of evidence; recognition needs two traits of the document, or a host that only this product has. */
const OWN_HOST = 4;
const TYPED_HOST = 2;
const TRAIT = 1;
const ENOUGH = 2;

function weigh(
  profile: ProviderProfile,
  issuer: string,
  document: Readonly<Record<string, unknown>>,
): number {
  const named = typeof document.issuer === 'string' ? document.issuer : '';
  const byNamed = profile.matchesIssuer?.(named) ?? false;
  const byTyped = profile.matchesIssuer?.(issuer) ?? false;
  const traits = (profile.documentTraits ?? []).filter(trait =>
    trait(document),
  ).length;
  let weight = traits * TRAIT;
  if (byNamed) weight += profile.hasOwnHosts ? OWN_HOST : TRAIT;
  else if (byTyped && profile.hasOwnHosts) weight += TYPED_HOST;
  return weight;
}

/** The product with the most evidence; undefined if two are equal. */
function byDocument(
  issuer: string,
  document: Readonly<Record<string, unknown>>,
): ProviderProfile {
  const [first, second] = PROVIDER_PROFILES.map(profile => ({
    profile,
    weight: weigh(profile, issuer, document),
  })).sort((a, b) => b.weight - a.weight);
  return first.weight >= ENOUGH && first.weight > second.weight
    ? first.profile
    : GENERIC_PROFILE;
}

/** Profiles of other packages may throw; they then count as not matching. */
function recognises(
  profile: ProviderProfile,
  issuer: string,
  document?: Readonly<Record<string, unknown>>,
): boolean {
  try {
    return Boolean(
      profile.issuers?.includes(issuer) ||
        profile.matchesIssuer?.(issuer) ||
        (document && profile.matchesDocument?.(document)),
    );
  } catch {
    return false;
  }
}

/**
 * Recognises a product by several traits of its issuer and its discovery document: most run under a company's
 * own host name, and other products copy paths. Without a document only the issuer counts.
 *
 * @param document - the parsed discovery document, if there is one
 * @param own - profiles to try before the built-in ones
 * @public
 */
export function detectProfile(
  issuer: string,
  document?: Readonly<Record<string, unknown>>,
  own: readonly ProviderProfile[] = [],
): ProviderProfile {
  const added = own.find(entry => recognises(entry, issuer, document));
  if (added) return added;
  return document ? byDocument(issuer, document) : byIssuer(issuer);
}

/**
 * The profile of a provider by its address, with the title of its cloud.
 *
 * @public
 */
export function profileOf(
  provider: Provider,
  context: ProviderContext,
): ProviderProfile {
  if (provider.type === 'MICROSOFT') {
    const cloud = context.clouds[provider.cloud ?? 'global'];
    return { ...entra, title: cloud?.title ?? entra.title };
  }
  return detectProfile(provider.issuer, undefined, context.profiles);
}
