import type {
  Connection,
  Finding,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  componentsWithoutEmpty,
  createConnectionSchema,
  DEFAULT_PROVIDER_CONTEXT,
  hasUnknownCloud,
  lintRecord,
  MICROSOFT_CLOUDS,
  problemsOf,
  readInput,
  withoutEmpty,
} from 'backstage-plugin-camunda-identity-common/schema';
import { mendingPlace } from '../../findings/mendingPlace';
import type { Draft } from './editable';

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
 */
export function validate(connection: Connection, draft: Draft): Validation {
  const clean: Draft = {
    ...(withoutEmpty(draft) as Draft),
    components: componentsWithoutEmpty(draft.components),
  };
  const { cloud } = connection.provider as { cloud?: string };
  const clouds = [
    ...new Set([...Object.keys(MICROSOFT_CLOUDS), ...(cloud ? [cloud] : [])]),
  ];
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
    doubts.set(place.path, [...(doubts.get(place.path) ?? []), finding]);
  }
  return { clean, problems, doubts };
}
