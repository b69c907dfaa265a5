import {
  FINDINGS,
  profileRemedy,
  type Finding,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';

const GENERAL = new Map(FINDINGS.map(({ code, remedy }) => [code, remedy]));

/** Things to do of their own, out of what the provider said: nothing of the product's is added. */
const EXPLAINED = /^client\.(secret|token$|redirect-uri$)/;

/**
 * Says in a finding where in the product it is mended.
 *
 * @param profile - of the product, as far as it is known
 */
export function withProductRemedy(
  entry: Finding,
  profile: ProviderProfile,
): Finding {
  if (entry.result === 'pass' || entry.result === 'skipped') return entry;
  if (entry.causedBy && entry.remedy === undefined) return entry;
  const remedy = profileRemedy(profile, entry.code);
  if (!remedy) return entry;
  const general = GENERAL.get(entry.code);
  const isSpecific = entry.remedy !== undefined && entry.remedy !== general;
  if (isSpecific && EXPLAINED.test(entry.code)) return entry;
  if (entry.remedy === undefined) return { ...entry, remedy };
  return {
    ...entry,
    remedy: `${entry.remedy.replace(/([^.!?])$/, '$1.')} ${remedy}`,
  };
}
