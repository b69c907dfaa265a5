import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  createConnectionSchema,
  problemsOf,
  readInput,
  recordWithoutEmpty,
} from 'backstage-plugin-camunda-identity-common/schema';
import {
  findDoubts,
  NO_DOUBTS,
  type DoubtsByPath,
} from 'backstage-plugin-camunda-identity-react/forms';
import type { Draft } from './editable';
import { fieldPath } from './fieldPath';

/** What a draft would be as a record, what is wrong with it, and what is doubtful. */
export interface Validation {
  /** The values as they would be sent. */
  clean: Draft;
  /** By dotted path: refused by the API. */
  problems: ReadonlyMap<string, string>;
  /** By dotted path of the field: stored all the same. */
  doubts: DoubtsByPath;
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
    return { clean, problems, doubts: NO_DOUBTS };
  }
  const doubts = findDoubts({ ...parsed.data, initialClaim: undefined });
  return {
    clean,
    problems,
    doubts: new Map(
      [...doubts].map(([path, findings]) => [fieldPath(clean, path), findings]),
    ),
  };
}
