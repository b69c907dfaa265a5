import type { Finding } from 'backstage-plugin-camunda-identity-common/client';
import {
  DEFAULT_PROVIDER_CONTEXT,
  hasUnknownCloud,
  lintRecord,
  type LintInput,
} from 'backstage-plugin-camunda-identity-common/schema';
import { mendingPlace } from '../findings/mendingPlace';

/** Doubts that do not prevent storing, by path of the field. @public */
export type DoubtsByPath = ReadonlyMap<string, Finding[]>;

/** No doubts, or none known yet. */
export const NO_DOUBTS: DoubtsByPath = new Map();

/**
 * Doubts about a record that is being entered, from the API's own lint rules.
 *
 * @param record - valid, but possibly incomplete
 */
export function findDoubts(record: LintInput): DoubtsByPath {
  // Clouds of this installation's configuration are known only to the backend, which lints in any case.
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
