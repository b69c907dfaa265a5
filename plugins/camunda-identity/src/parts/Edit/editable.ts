import type { Connection } from 'backstage-plugin-camunda-identity-common/client';

/** What a person edits of a record, as it is typed. */
export type Draft = Record<string, unknown>;

const EDITED = [
  'title',
  'description',
  'entityRef',
  'owner',
  'camundaVersion',
  'provider',
  'components',
  'machineClients',
  'checks',
] as const;

/** What the API adds to a secret where one is stored; nobody types it. */
const STORED = new Set(['stored', 'setAt', 'setBy', 'next']);

function withoutStored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutStored);
  if (value === null || typeof value !== 'object') return value;
  const secret = 'stored' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !secret || !STORED.has(key))
      .map(([key, inner]) => [key, withoutStored(inner)]),
  );
}

/** The edited part of a record; the initial claim has dialogs of its own. */
export function editableOf(connection: Connection): Draft {
  return Object.fromEntries(
    EDITED.flatMap(key =>
      connection[key] === undefined
        ? []
        : [[key, withoutStored(connection[key])]],
    ),
  );
}
