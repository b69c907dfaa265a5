import { Document, isMap, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { documentText, quoted } from '../yaml';
import { survivesUnquoted, withInnerQuotes } from './bareScalar';
import type { HelmEntry, HelmValue } from './entries';

const BEYOND = 'Beyond the documentation page, for the chart:';
const INNER_QUOTES =
  'The chart prints this value without quotes, so the value holds its own.';

function childMap(map: YAMLMap, name: string): YAMLMap {
  const found = map.get(name);
  if (isMap(found)) return found;
  const child = new YAMLMap();
  map.add({ key: new Scalar(name), value: child });
  return child;
}

/** Text of several lines is a file's content. */
function textNode(value: string): Scalar {
  if (!value.includes('\n')) return quoted(value);
  const scalar = new Scalar(value);
  scalar.type = Scalar.BLOCK_LITERAL;
  return scalar;
}

function toNode(value: HelmValue): unknown {
  if (typeof value === 'string') return textNode(value);
  if (typeof value === 'boolean') return new Scalar(value);
  if (isHelmList(value)) {
    const seq = new YAMLSeq();
    for (const item of value) seq.add(toNode(item));
    return seq;
  }
  const map = new YAMLMap();
  // Names of variables are ours and need no quotes.
  for (const [key, inner] of Object.entries(value))
    map.add({
      key,
      value:
        key === 'name' && typeof inner === 'string' && 'value' in value
          ? inner
          : toNode(inner),
    });
  return map;
}

function isHelmList(value: HelmValue): value is readonly HelmValue[] {
  return Array.isArray(value);
}

function rendered(entry: HelmEntry): { value: unknown; comment?: string } {
  const { value, comment } = entry;
  if (typeof value !== 'string') return { value: toNode(value), comment };
  if (!entry.printedUnquoted || survivesUnquoted(value))
    return { value: quoted(value), comment };
  return {
    value: quoted(withInnerQuotes(value)),
    comment: [comment, INNER_QUOTES].filter(Boolean).join('\n'),
  };
}

/** Lists that a team is likely to have entries of its own in. */
function isMerged(path: readonly string[]): boolean {
  return /^(env|extra[A-Z]\w*)$/.test(path[path.length - 1]);
}

/**
 * Renders entries as a values file, under a comment with what else the chart wants (`needed`); keys that the page does not have follow those it has, under a
 * comment.
 */
export function renderHelm(
  entries: readonly HelmEntry[],
  needed: readonly string[] = [],
): string {
  const document = new Document(new YAMLMap());
  const lists = entries
    .filter(({ path, value }) => isMerged(path) && isHelmList(value))
    .map(({ path }) => path.join('.'));
  document.commentBefore = [
    ' Use either environment variables or Helm values, never both.',
    ' Databases and the switches of the components are not part of this file.',
    ...needed.map(line => ` ${line}`),
    ...(lists.length
      ? [
          ` Of several values files Helm takes a list from the last alone; put the entries together: ${lists.join(
            ', ',
          )}.`,
        ]
      : []),
  ].join('\n');
  const separated = new Set<YAMLMap>();
  for (const entry of entries) {
    let map = document.contents as YAMLMap;
    for (const name of entry.path.slice(0, -1)) map = childMap(map, name);
    const { value, comment } = rendered(entry);
    const lines = comment ? comment.split('\n') : [];
    // Under "global" page and chart keys are mixed; elsewhere every key is the chart's.
    if (
      entry.origin === 'chart' &&
      entry.path[0] === 'global' &&
      !separated.has(map)
    ) {
      separated.add(map);
      if (map.items.length > 0) lines.unshift(BEYOND);
    }
    const key = new Scalar(entry.path[entry.path.length - 1]);
    if (lines.length > 0)
      key.commentBefore = lines.map(line => ` ${line}`).join('\n');
    map.add({ key, value });
  }
  return documentText(document);
}
