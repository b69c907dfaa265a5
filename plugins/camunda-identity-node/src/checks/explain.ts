import {
  GENERIC_PROFILE,
  PROVIDER_PROFILES,
  type Explanation,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';

/** Products share error texts, and many run under a host name that does not reveal the product. */
const KNOWN: readonly Explanation[] = [
  ...new Set(
    [...PROVIDER_PROFILES, GENERIC_PROFILE].flatMap(
      ({ explanations = [] }) => explanations,
    ),
  ),
];

const MAX_TEXT = 64 * 1024;

/**
 * What is known about an answer's text.
 *
 * @param profile - of the product that answered: its own explanations take precedence
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
