import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  Pair,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { TextParts, TextSearch, unitsOf } from '../../text';
import { MASK } from '../read/mask';
import { scalarText, type YamlFile } from '../read/parseYaml';
import { UnreadableConfigError } from '../read/types';
import { documentText } from '../yaml';

/** The entries of a map or of a list of `{ name, value }` by name, in one look. */
type Names = Map<string, unknown[]>;

const commentText = (lines: string) => lines.replace(/^/gm, ' ');

/** `mappingRules[0]` is an entry of a list. */
function steps(path: readonly string[]): string[] {
  return path.flatMap(name => {
    const entry = /^([^[]+)\[(\d+)\]$/.exec(name);
    return entry ? [entry[1], entry[2]] : [name];
  });
}

/**
 * What takes texts out of another text, wherever they stand in it. Linear.
 *
 * @param secrets - texts that must not be in it
 */
export function scrubber(secrets: readonly string[]): (text: string) => string {
  if (secrets.length === 0) return text => text;
  const search = new TextSearch(secrets.map(unitsOf));
  return text => {
    const parts = new TextParts(text);
    search.find(unitsOf(text), (from, to) => parts.add(from, to));
    return parts.replacedBy(MASK);
  };
}

/** A values file that is being rewritten; comments and order stay. */
export class Rewriting {
  readonly #file: YamlFile;
  readonly #prefix: readonly string[];
  /** A map is searched from its beginning otherwise, for every key. */
  readonly #names = new WeakMap<object, Names>();
  /** What is taken out in the end, by the map or list that it stands in. */
  readonly #removed = new Map<object, Set<unknown>>();

  /** @param prefix - names of the keys around the values */
  constructor(file: YamlFile, prefix: readonly string[] = []) {
    this.#file = file;
    this.#prefix = prefix;
  }

  /** Where a key of the values stands in the document. */
  #at(path: readonly string[]): string[] {
    // Helm hands `global` of a parent chart down.
    const isParents =
      path[0] === 'global' &&
      this.#prefix.length === 1 &&
      this.#has([...this.#prefix, 'global']) === false &&
      this.#has(['global']);
    return steps(isParents ? path : [...this.#prefix, ...path]);
  }

  has(path: readonly string[]): boolean {
    return this.#has(this.#at(path));
  }

  #has(path: readonly string[]): boolean {
    const parent = this.#parentOf(path);
    return (
      (isMap(parent) || isSeq(parent)) &&
      this.#entries(parent, path[path.length - 1]).length > 0
    );
  }

  /**
   * Takes a key out that is to stand elsewhere, and what is left empty around it.
   *
   * @returns the lines of the comments that stood over it and behind its value, and its value as it is written
   *   where that is no text
   */
  take(key: readonly string[]): { comments: string[]; value?: Scalar } {
    const path = this.#at(key);
    const [pair] = this.#entries(
      (this.#parentOf(path) ?? {}) as object,
      path[path.length - 1],
    ) as Pair[];
    const comments = this.#takeComments(path);
    this.remove(key);
    const { value } = pair ?? {};
    return isScalar(value) && typeof value.value !== 'string'
      ? { comments, value }
      : { comments };
  }

  /** Takes a key out, and what is left empty around it. */
  remove(key: readonly string[]) {
    const path = this.#at(key);
    for (let length = path.length; length > this.#prefix.length; length -= 1) {
      const parent = this.#parentOf(path.slice(0, length));
      if (!isMap(parent) && !isSeq(parent)) return;
      const removed = this.#removed.get(parent) ?? new Set();
      this.#removed.set(parent, removed);
      for (const entry of this.#entries(parent, path[length - 1]))
        removed.add(entry);
      if (removed.size < parent.items.length) return;
    }
  }

  #takeComments(path: readonly string[]): string[] {
    const parent = this.#parentOf(path);
    if (!isMap(parent)) return [];
    const [pair] = this.#entries(parent, path[path.length - 1]) as Pair[];
    if (!pair || !isNode(pair.key)) return [];
    const comments = [pair.key.commentBefore];
    if (isScalar(pair.value)) {
      comments.push(pair.value.commentBefore, pair.value.comment);
      pair.value.commentBefore = pair.value.comment = undefined;
    }
    // The library keeps what stands over the first key of a map with the map; at the top it is the file's.
    if (path.length > 1 && parent.items[0] === pair) {
      comments.unshift(parent.commentBefore);
      parent.commentBefore = undefined;
    }
    return comments.flatMap(text =>
      text ? text.split('\n').map(line => line.trim()) : [],
    );
  }

  /** Puts a value in, under a comment of one line or several; one that is there is replaced. */
  set(key: readonly string[], value: unknown, comment?: string) {
    const path = this.#at(key);
    let map = this.#file.document.contents as YAMLMap;
    for (const name of path.slice(0, -1)) {
      const next = isSeq(map)
        ? this.#file.resolve(map.items[Number(name)])
        : this.#valueIn(map, name);
      if (isMap(next) || isSeq(next)) map = next as YAMLMap;
      else map = this.#put(map, name, new YAMLMap());
    }
    const name = path[path.length - 1];
    const [pair] = this.#entries(map, name) as Pair[];
    const node = this.#file.document.createNode(value);
    if (pair) {
      pair.value = node;
      if (comment && isScalar(pair.key))
        pair.key.commentBefore = commentText(comment);
    } else this.#put(map, name, node, comment);
  }

  /** Adds a variable to a list of names and values. */
  addVariable(
    key: readonly string[],
    name: string,
    value: string,
    comment: string,
  ) {
    if (!this.has(key) || !isSeq(this.#valueAt(this.#at(key))))
      this.set(key, new YAMLSeq());
    const list = this.#valueAt(this.#at(key)) as YAMLSeq;
    const item = this.#file.document.createNode({ name, value }) as YAMLMap;
    item.commentBefore = ` ${comment}`;
    list.flow = false;
    list.add(item);
  }

  /** Turns a map of names and texts into a list of them; undefined where there is no such map. */
  toList(
    key: readonly string[],
    names: { key: string; value: string },
    comment: string,
  ): string[] | undefined {
    const path = this.#at(key);
    const map = this.#valueAt(path);
    const [pair] = this.#entries(
      this.#parentOf(path) as object,
      path[path.length - 1],
    ) as Pair[];
    if (!isMap(map) || map.items.length === 0 || !pair) return undefined;
    const list = new YAMLSeq();
    const entries = map.items as Pair[];
    for (const entry of entries) {
      const item = new YAMLMap();
      item.items.push(new Pair(new Scalar(names.key), entry.key));
      item.items.push(new Pair(new Scalar(names.value), entry.value));
      list.items.push(item);
    }
    pair.value = list;
    if (isScalar(pair.key)) pair.key.commentBefore = ` ${comment}`;
    return entries.map(entry => scalarText(entry.key).text);
  }

  mask(key: readonly string[]) {
    const path = this.#at(key);
    const parent = this.#parentOf(path);
    if (!isMap(parent) && !isSeq(parent)) return;
    // `…env.NAME` is an entry of a list.
    for (const entry of this.#entries(parent, path[path.length - 1]))
      if (isMap(entry)) entry.set('value', MASK);
      else (entry as Pair).value = new Scalar(MASK);
  }

  /** @throws UnreadableConfigError where an anchor has moved away from its aliases */
  text(): string {
    for (const [parent, removed] of this.#removed)
      if (isMap(parent) || isSeq(parent))
        parent.items = (parent.items as unknown[]).filter(
          item => !removed.has(item),
        ) as never;
    try {
      return documentText(this.#file.document);
    } catch {
      throw new UnreadableConfigError(
        'uses YAML anchors for keys that have to move; write them out first',
      );
    }
  }

  #put(map: YAMLMap, name: string, value: unknown, comment?: string): any {
    const key = new Scalar(name);
    if (comment) key.commentBefore = commentText(comment);
    const pair = new Pair(key, value);
    // Whatever has this name has been taken out before: nothing is looked for.
    map.items.push(pair);
    this.#names.get(map)?.set(name, [pair]);
    return value;
  }

  #parentOf(path: readonly string[]): unknown {
    let node = this.#file.resolve(this.#file.document.contents);
    for (const name of path.slice(0, -1)) {
      if (isSeq(node)) node = this.#file.resolve(node.items[Number(name)]);
      else if (isMap(node)) node = this.#valueIn(node, name);
      else return undefined;
    }
    return node;
  }

  #valueAt(path: readonly string[]): unknown {
    return this.#parentOf([...path, '']);
  }

  #valueIn(map: YAMLMap, name: string): unknown {
    const [pair] = this.#entries(map, name);
    return pair && this.#file.resolve((pair as Pair).value);
  }

  /** Entries that are called so and have not been taken out. */
  #entries(parent: object, name: string): unknown[] {
    const names = this.#names.get(parent) ?? namesOf(parent);
    this.#names.set(parent, names);
    const removed = this.#removed.get(parent);
    return (names.get(name) ?? []).filter(entry => !removed?.has(entry));
  }
}

function namesOf(parent: unknown): Names {
  const names: Names = new Map();
  const add = (name: string, entry: unknown) => {
    const known = names.get(name);
    if (known) known.push(entry);
    else names.set(name, [entry]);
  };
  if (isMap(parent))
    for (const pair of parent.items as Pair[])
      add(
        isScalar(pair.key) ? scalarText(pair.key).text : String(pair.key),
        pair,
      );
  if (isSeq(parent))
    for (const item of parent.items)
      if (isMap(item)) add(scalarText(item.get('name', true)).text, item);
  return names;
}
