import {
  profileRemedy,
  type Finding,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { Definitions } from './definitions';

/**
 * Adds to a finding where to fix the problem in the product.
 *
 * @param profile - of the product, if it is known
 */
export function withProductRemedy(
  entry: Finding,
  profile: ProviderProfile,
  definitionOf: Definitions,
): Finding {
  if (entry.result === 'pass' || entry.result === 'skipped') return entry;
  if (entry.causedBy && entry.remedy === undefined) return entry;
  const remedy = profileRemedy(profile, entry.code);
  if (!remedy) return entry;
  if (entry.remedy === undefined) return { ...entry, remedy };
  const { remedy: general, explained } = definitionOf(entry.code) ?? {};
  if (explained && entry.remedy !== general) return entry;
  return {
    ...entry,
    remedy: `${entry.remedy.replace(/([^.!?])$/, '$1.')} ${remedy}`,
  };
}
