import type { CamundaVersion } from '../../camunda';
import type { ConnectionInput } from '../../connections/types';
import { upgradeRecord } from './upgradeRecord';

/**
 * What a connection would be for a later version of Camunda.
 *
 * @public
 */
export interface UpgradeProposal {
  /** Members of the record that change. A merge patch of these makes the upgrade. */
  record: Pick<ConnectionInput, 'camundaVersion' | 'components'>;
  changes: Array<{
    /** Of the member, with dots. */
    path: string;
    kind: 'added' | 'removed' | 'changed';
  }>;
  /** What only a person can answer. */
  questions: Array<{ path: string; question: string; suggestion?: string }>;
}

function changesOf(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): UpgradeProposal['changes'] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): UpgradeProposal['changes'] => {
    const path = `components.${key}`;
    if (before[key] === undefined && after[key] === undefined) return [];
    if (before[key] === undefined) return [{ path, kind: 'added' }];
    if (after[key] === undefined) return [{ path, kind: 'removed' }];
    return JSON.stringify(before[key]) === JSON.stringify(after[key])
      ? []
      : [{ path, kind: 'changed' }];
  });
}

function textAt(record: object, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      record,
    );
  return typeof found === 'string' ? found : undefined;
}

/**
 * Proposes a record for a later version, with what changes in it and the questions that are left. Nothing is
 * stored.
 *
 * @throws RangeError when `to` is not later than the record's version
 * @public
 */
export function proposeUpgrade(
  input: Parameters<typeof upgradeRecord>[0],
  to: CamundaVersion,
): UpgradeProposal {
  const { camundaVersion, components, questions } = upgradeRecord(input, to);
  const record = {
    camundaVersion,
    components: components as ConnectionInput['components'],
  };
  return {
    record,
    changes: [
      { path: 'camundaVersion', kind: 'changed' },
      ...changesOf(input.components, components),
    ],
    questions: questions.map(({ path, text }) => {
      const suggestion = textAt(record, path);
      return {
        path,
        question: text,
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    }),
  };
}
