import { isMap, isSeq, parseDocument, stringify, type Document } from 'yaml';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../../__fixtures__/records';
import { CAMUNDA_VERSIONS } from '../../camunda';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import { readConfig } from '../read/readConfig';
import type { ConfigFormat, ConfigOptions } from '../types';
import { writeConfig } from '../writeConfig';

/** Every version with both provider types. */
export const CASES = CAMUNDA_VERSIONS.flatMap(version =>
  (['GENERIC', 'MICROSOFT'] as const).map(type => [version, type] as const),
);

export type Case = (typeof CASES)[number];

/** A full record. */
export function recordOf([version, type]: Case) {
  return inVersion(
    type === 'GENERIC' ? genericRecord() : microsoftRecord(),
    version,
  );
}

/** What the writers make of a full record; taken for correct. */
export function written(of: Case, options: ConfigOptions) {
  return writeConfig(recordOf(of), DEFAULT_PROVIDER_CONTEXT, options);
}

export function findingsOf(
  [camundaVersion]: Case,
  format: ConfigFormat,
  content: string,
) {
  return readConfig(
    { format, content, camundaVersion },
    DEFAULT_PROVIDER_CONTEXT,
  ).findings;
}

/** Code and message, wherever in the file it is. */
function ids(of: Case, format: ConfigFormat, content: string): string[] {
  return findingsOf(of, format, content).map(
    ({ code, message }) => `${code} ${message.replace(/ \(line \d+\)/g, '')}`,
  );
}

/** What is said of a file that was not said of the one before. */
export function news(
  of: Case,
  format: ConfigFormat,
  before: string,
  after: string,
): string[] {
  const known = new Set(ids(of, format, before));
  return ids(of, format, after).filter(id => !known.has(id));
}

export type Path = Array<string | number>;

/** Paths of what a document sets; each entry of a list of variables is one. */
export function leaves(node: unknown, path: Path = []): Path[] {
  if (isMap(node))
    return node.items.flatMap(({ key, value }) =>
      leaves(value, [...path, String(key)]),
    );
  if (isSeq(node) && path.at(-1) === 'env')
    return node.items.map((_, index) => [...path, index]);
  return [path];
}

/** What stands at a path, as plain data. */
export function valueAt(document: Document, path: Path): unknown {
  const value = document.getIn(path);
  return value && typeof value === 'object' && 'toJSON' in value
    ? (value.toJSON as () => unknown)()
    : value;
}

/** A path as a person says it; a variable by its name. */
export function nameOf(document: Document, path: Path): string {
  if (typeof path.at(-1) !== 'number') return path.join('.');
  const item = document.getIn(path);
  return [...path.slice(0, -1), isMap(item) ? item.get('name') : ''].join('.');
}

/** The file without a key. */
export function without(content: string, ...paths: Path[]): string {
  const copy = parseDocument(content, { version: '1.1' });
  for (const path of paths) copy.deleteIn(path);
  return copy.toString();
}

/** The file with one name in the path of a key spelled otherwise; comments are lost, but for the first. */
export function renamed(
  content: string,
  path: Path,
  at: number,
  wrong: string,
): string {
  const document = parseDocument(content, { version: '1.1' });
  const value = valueAt(document, path);
  document.deleteIn(path);
  const values = document.toJS() as Record<string, unknown>;
  const other = path.map((name, index) => (index === at ? wrong : name));
  let node = values;
  for (const name of other.slice(0, -1)) {
    node[name] ??= {};
    node = node[name] as Record<string, unknown>;
  }
  node[other.at(-1)!] = value;
  const [head] = /^#.*/.exec(content) ?? [''];
  return `${head}\n\n${stringify(values)}`;
}

/** Leaves a letter out, or swaps two. */
export function misspelled(name: string, at: number): string {
  const letters = [...name];
  const position = at % letters.length;
  const next = position + 1;
  if (
    at % 2 === 0 &&
    next < letters.length &&
    letters[position] !== letters[next]
  )
    [letters[position], letters[next]] = [letters[next], letters[position]];
  else letters.splice(position, 1);
  return letters.join('');
}
