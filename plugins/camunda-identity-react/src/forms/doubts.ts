import type { Finding } from 'backstage-plugin-camunda-identity-common/client';
import {
  DEFAULT_PROVIDER_CONTEXT,
  hasUnknownCloud,
  lintRecord,
  type LintInput,
} from 'backstage-plugin-camunda-identity-common/schema';
import { mendingPlace } from '../findings/mendingPlace';

/** What is stored all the same and doubtful, by path of the field. @public */
export type DoubtsByPath = ReadonlyMap<string, Finding[]>;

/** Nothing is doubtful, or it cannot be said yet. */
export const NO_DOUBTS: DoubtsByPath = new Map();

/**
 * What is doubtful about a record that is being entered, in the words of the API's own lint rules.
 *
 * @param record - valid, as far as it goes
 */
export function findDoubts(record: LintInput): DoubtsByPath {
  // A cloud of this installation's configuration is known to the backend, which lints in any case.
  if (hasUnknownCloud(record.provider, DEFAULT_PROVIDER_CONTEXT))
    return NO_DOUBTS;
  const doubts = new Map<string, Finding[]>();
  const findings = lintRecord(record, DEFAULT_PROVIDER_CONTEXT, {
    insecureAllowed: true,
    now: new Date(),
  });
  for (const finding of findings) {
    const place = mendingPlace(finding);
    if (place?.kind !== 'field' || finding.result === 'info') continue;
    doubts.set(place.path, [...(doubts.get(place.path) ?? []), finding]);
  }
  return doubts;
}
