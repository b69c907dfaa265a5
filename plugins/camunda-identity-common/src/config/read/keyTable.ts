import type { CamundaVersion, ProviderType } from '../../camunda';
import type { ConfigFormat, EnvStyle } from '../types';
import { formEntries, type FormEntry } from './formEntries';
import { RecordPaths, recordPath } from './RecordPaths';

/** Where a key of a form belongs in a record. */
export interface KeyMeaning {
  /** As the writer names the key; undefined for a spelling that no writer uses. */
  entry?: FormEntry;
  /** Dotted path of the record's member; undefined for a constant. */
  member?: string;
  /** What stands there for every record; undefined where a member does. */
  constant?: string;
}

/** The meaning of a key that a writer writes. */
export interface WrittenMeaning extends KeyMeaning {
  entry: FormEntry;
}

/** Keys of a container, or (under '') of the whole file. */
export type KeyTable = Map<string, Map<string, WrittenMeaning>>;

/**
 * The one text for a key: Spring takes clientId, client-id and CLIENT_ID for the same, also with the
 * underscores inside words left out (both spellings stand in Camunda's documentation), and the index of a
 * list belongs to its name.
 */
export function canonicalKey(
  path: readonly string[],
  format: ConfigFormat,
): string {
  if (format === 'application-yaml')
    return path.join('.').replace(/[-_]/g, '').toLowerCase();
  if (format === 'env')
    return [
      path[0].replace(/_\d+$/, '').replace(/_/g, '').toUpperCase(),
      ...path.slice(1),
    ].join('.');
  return path.join('.');
}

function meaningOf(entry: FormEntry): WrittenMeaning {
  const single = Array.isArray(entry.value) ? entry.value[0] : entry.value;
  if (single === 'GENERIC' || single === 'MICROSOFT')
    return { entry, member: 'provider.type' };
  const member =
    recordPath(single) ??
    (typeof single === 'string'
      ? recordPath(single.replace(/^\$\{(.*)\}$/, '$1'))
      : undefined);
  return member ? { entry, member } : { entry, constant: String(single) };
}

const tables = new Map<string, KeyTable>();

/**
 * Every key that a form of a version can have, with its meaning: what the writer makes of every kind of
 * record, put together.
 */
export function keyTable(
  version: CamundaVersion,
  type: ProviderType,
  format: Exclude<ConfigFormat, 'kubernetes-secret'>,
  style: EnvStyle = 'dotenv',
): KeyTable {
  const id = `${version} ${type} ${format} ${style}`;
  const known = tables.get(id);
  if (known) return known;
  const table: KeyTable = new Map();
  // The record decides on a few keys: Connectors' mode, and whether there is an Optimize.
  for (const inbound of [false, true])
    for (const without of [[], ['optimize' as const]])
      for (const entry of formEntries(
        new RecordPaths({ version, type, inbound, without }),
        format,
        style,
      )) {
        const container = entry.container ?? '';
        const keys = table.get(container) ?? new Map<string, WrittenMeaning>();
        const key = canonicalKey(entry.path, format);
        if (!keys.has(key)) keys.set(key, meaningOf(entry));
        table.set(container, keys);
      }
  tables.set(id, table);
  return table;
}

/** Names that the writers use for a container. */
export function writtenNames(
  container: string,
  version: CamundaVersion,
  type: ProviderType,
  format: 'env' | 'application-yaml',
): string[] {
  return [...(keyTable(version, type, format).get(container)?.values() ?? [])]
    .filter(({ entry }) => format !== 'env' || entry.path.length === 1)
    .map(({ entry }) => entry.path.join('.'));
}
