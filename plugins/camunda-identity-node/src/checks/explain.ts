import {
  GENERIC_PROFILE,
  PROVIDER_PROFILES,
  type Explanation,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';

/** Products share words, and many run under a name that tells nothing of them. */
const KNOWN: readonly Explanation[] = [
  ...new Set(
    [...PROVIDER_PROFILES, GENERIC_PROFILE].flatMap(
      ({ explanations = [] }) => explanations,
    ),
  ),
];

const MAX_TEXT = 64 * 1024;

/**
 * What is known of an answer's text.
 *
 * @param profile - of the product that answered: its own words come before those of others
 */
export function explain(
  text: string | undefined,
  profile?: Pick<ProviderProfile, 'explanations'>,
): Explanation | undefined {
  const start = text?.slice(0, MAX_TEXT);
  if (!start) return undefined;
  const fits = (entry: Explanation) => entry.text.test(start);
  return profile?.explanations?.find(fits) ?? KNOWN.find(fits);
}
