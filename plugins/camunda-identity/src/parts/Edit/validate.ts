import type {
  Connection,
  Finding,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  createConnectionSchema,
  DEFAULT_PROVIDER_CONTEXT,
  hasUnknownCloud,
  lintRecord,
  problemsOf,
  readInput,
  recordWithoutEmpty,
} from 'backstage-plugin-camunda-identity-common/schema';
import { mendingPlace } from '../../findings/mendingPlace';
import type { Draft } from './editable';
import { fieldPath } from './fieldPath';

/** What a draft would be as a record, what is wrong with it, and what is doubtful. */
export interface Validation {
  /** The values as they would be sent. */
  clean: Draft;
  /** By dotted path: refused by the API. */
  problems: ReadonlyMap<string, string>;
  /** By dotted path of the field: stored all the same. */
  doubts: ReadonlyMap<string, Finding[]>;
}

/**
 * Validates with the API's own schema and lint rules.
 *
 * @param connection - name and initial claim, which the form does not edit
 * @param clouds - names of the Microsoft clouds that this installation knows
 */
export function validate(
  connection: Connection,
  draft: Draft,
  clouds: readonly string[],
): Validation {
  const clean = recordWithoutEmpty(draft) as Draft;
  const { name, initialClaim: claim } = connection;
  const parsed = readInput(createConnectionSchema({ clouds }), {
    name,
    initialClaim: { name: claim.name, value: claim.value ?? '-' },
    ...clean,
  });
  const problems = new Map<string, string>();
  if (!parsed.success) {
    for (const { path, message } of problemsOf(parsed.error))
      if (!problems.has(path)) problems.set(path, message);
    return { clean, problems, doubts: new Map() };
  }
  const doubts = new Map<string, Finding[]>();
  // A cloud of this installation's configuration is known to the backend, which lints in any case.
  const findings = hasUnknownCloud(
    parsed.data.provider,
    DEFAULT_PROVIDER_CONTEXT,
  )
    ? []
    : lintRecord(
        { ...parsed.data, initialClaim: undefined },
        DEFAULT_PROVIDER_CONTEXT,
        { insecureAllowed: true, now: new Date() },
      );
  for (const finding of findings) {
    const place = mendingPlace(finding);
    if (place?.kind !== 'field' || finding.result === 'info') continue;
    const path = fieldPath(clean, place.path);
    doubts.set(path, [...(doubts.get(path) ?? []), finding]);
  }
  return { clean, problems, doubts };
}
