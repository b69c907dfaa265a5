import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { scalarText, type YamlFile } from '../parseYaml';
import { UnreadableConfigError } from '../types';

/** More than any file of Camunda's has; aliases could make a small file endless. */
const MAX_NODES = 20_000;
/** Nobody nests deeper. */
const MAX_DEPTH = 40;

/** Counts what is visited, so that aliases cannot make a small file endless. */
export class Visits {
  #seen = 0;

  /** @throws UnreadableConfigError */
  count(depth: number) {
    this.#seen += 1;
    if (this.#seen > MAX_NODES || depth > MAX_DEPTH)
      throw new UnreadableConfigError('has too many keys');
  }
}

/** The node that an alias stands for. */
export function resolved(file: YamlFile, node: unknown): unknown {
  return file.resolve(node);
}

/** Pairs that were looked at in a file: maps merged into maps could make a small file endless, too. */
const seenPairs = new WeakMap<YamlFile, number>();
const MAX_PAIRS = 10 * MAX_NODES;

/**
 * Pairs of a map, those merged in (`<<: *common`) before its own.
 *
 * @throws UnreadableConfigError for a file that merging makes endless
 */
export function pairsOf(
  file: YamlFile,
  node: unknown,
  depth = 0,
): Array<{ name: string; key: unknown; value: unknown }> {
  const map = resolved(file, node);
  if (!isMap(map) || depth > 5) return [];
  const seen = (seenPairs.get(file) ?? 0) + map.items.length;
  if (seen > MAX_PAIRS) throw new UnreadableConfigError('has too many keys');
  seenPairs.set(file, seen);
  return (map.items as Pair[]).flatMap(({ key, value }) => {
    const name = scalarText(key).text;
    const inner = resolved(file, value);
    if (name !== '<<') return [{ name, key, value: inner }];
    return (isSeq(inner) ? inner.items : [inner]).flatMap(merged =>
      pairsOf(file, merged, depth + 1),
    );
  });
}

/** A member of a map, aliases and merged maps looked through. */
export function member(
  file: YamlFile,
  node: unknown,
  ...path: string[]
): unknown {
  let found = resolved(file, node);
  for (const name of path) {
    if (!isMap(found)) return undefined;
    const own = resolved(file, (found as YAMLMap).get(name, true));
    found = own ?? pairsOf(file, found).find(pair => pair.name === name)?.value;
  }
  return found;
}

/** Text of a member; '' where it has none. */
export function textOf(
  file: YamlFile,
  node: unknown,
  ...path: string[]
): string {
  return scalarText(member(file, node, ...path)).text;
}

/** Entries of a list; none for anything else. */
export function itemsOf(file: YamlFile, node: unknown): unknown[] {
  const list = resolved(file, node);
  return isSeq(list) ? list.items.map(item => resolved(file, item)) : [];
}

/** True for `|` and `>` scalars: their text begins on the next line. */
export function isBlock(node: unknown): boolean {
  return isScalar(node) && /^BLOCK/.test(node.type ?? '');
}
