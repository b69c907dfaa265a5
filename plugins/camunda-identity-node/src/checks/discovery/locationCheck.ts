import {
  finding,
  GENERIC_PROFILE,
  PROVIDER_PROFILES,
  withoutTrailingSlash,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import { PROVIDER } from '../verdict';
import type { ProviderCheck } from '../types';
import { fetchDiscovery } from './fetchDiscovery';

const WELL_KNOWN =
  /\/\.well-known\/(openid-configuration|oauth-authorization-server).*$/;

const MAX_CANDIDATES = 5;

/**
 * The part before a known endpoint path, when an endpoint was entered instead of the issuer; otherwise
 * undefined.
 */
function beforeEndpoint(
  text: string,
  profiles: readonly ProviderProfile[],
): string | undefined {
  const [shortest] = [...profiles, GENERIC_PROFILE]
    .flatMap(({ endpointPaths }) =>
      endpointPaths ? [text.replace(endpointPaths, '')] : [],
    )
    .sort((x, y) => x.length - y.length);
  return shortest === text ? undefined : shortest;
}

/**
 * Issuers that a person may have meant. Only known mistakes are tried, since each costs a request.
 *
 * @param profiles - products, which know the usual mistakes with them
 * @returns in the order of likelihood
 */
export function meantIssuers(
  issuer: string,
  profiles: readonly ProviderProfile[] = PROVIDER_PROFILES,
): string[] {
  if (!URL.canParse(issuer)) return [];
  const url = new URL(issuer);
  const bare = withoutTrailingSlash(issuer.split(/[?#]/, 1)[0]);
  const meant = new Set<string>();
  const withoutWellKnown = bare.replace(WELL_KNOWN, '');
  if (withoutWellKnown !== bare) meant.add(withoutWellKnown);
  const ofProducts = (typed: string) =>
    profiles.flatMap(profile => profile.meantIssuers?.(typed) ?? []);
  const issuerOfEndpoint = beforeEndpoint(bare, profiles);
  if (issuerOfEndpoint !== undefined) {
    for (const entry of ofProducts(issuerOfEndpoint)) meant.add(entry);
    meant.add(issuerOfEndpoint);
  }
  for (const entry of ofProducts(bare)) meant.add(entry);
  if (url.pathname !== '/') meant.add(url.origin);
  meant.delete(issuer);
  return [...meant].slice(0, MAX_CANDIDATES);
}

/** Answers that mean that there is no document at this address; others say nothing about it. */
const NOT_THERE = [400, 401, 403, 404, 405, 410];

/**
 * When the document is not found: which usual mistake was made, and which address would work (OpenID Connect
 * Discovery 1.0 section 4).
 */
export const locationCheck: ProviderCheck = {
  plan: () => [{ code: 'discovery.location', subject: PROVIDER }],

  async run({ resolved, discovery, profiles, http, signal }, report) {
    const tell = (
      result: 'pass' | 'fail' | 'unknown' | 'skipped',
      message: string,
      remedy?: string,
    ) =>
      report(
        finding('discovery.location', result, PROVIDER, { message, remedy }),
      );
    const outcome = await discovery();
    if (outcome.ok) {
      tell('pass', `The document is found below ${resolved.issuer}`);
      return;
    }
    const mistaken =
      NOT_THERE.includes(outcome.status ?? 0) ||
      outcome.code === 'discovery.document' ||
      outcome.code === 'transport.content-type' ||
      outcome.code === 'transport.redirect';
    if (!mistaken) {
      tell('skipped', 'The provider gave no answer, here or elsewhere');
      return;
    }
    const found = await Promise.all(
      meantIssuers(resolved.issuer, profiles).map(candidate =>
        fetchDiscovery(candidate, http, signal),
      ),
    );
    // What counts is the exact issuer that the document names, including a trailing slash.
    const working = found.find(
      entry => entry.ok && entry.issuerMatch !== 'different',
    );
    if (working?.ok)
      tell(
        'fail',
        `There is no discovery document below ${resolved.issuer}, but there is one of the issuer ${working.issuerAsWritten}`,
        `Configure ${working.issuerAsWritten}`,
      );
    else
      tell(
        'unknown',
        `There is no discovery document below ${resolved.issuer}, and none of the usual mistakes explains it`,
      );
  },
};
