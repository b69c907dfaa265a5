import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { UnreadableConfigError } from './types';

/** Of a whole file; more than any file of Camunda's has. */
const MAX_NODES = 30_000;

/** Levels of maps and lists. */
const MAX_DEPTH = 100;

/**
 * What one walk over a parsed file tells: which node every alias stands for, and that no map has a key twice.
 * The library looks for both anew each time, through the whole document.
 */
export class YamlNodes {
  readonly #lineAt: (offset: number) => number;
  readonly #targets = new Map<Alias, unknown>();
  #count = 0;

  /** @param lineAt - the line of an offset in the file, from 1 */
  constructor(lineAt: (offset: number) => number) {
    this.#lineAt = lineAt;
  }

  /** @throws UnreadableConfigError for a key that stands there twice, and for a file of too many nodes */
  add({ contents }: Document) {
    // An anchor may be set anew: an alias stands for the last one before it.
    this.#walk(contents, new Map(), 0);
  }

  resolve(node: unknown): unknown {
    return isAlias(node) ? this.#targets.get(node) : node;
  }

  #walk(node: unknown, anchors: Map<string, unknown>, depth: number) {
    this.#count += 1;
    if (this.#count > MAX_NODES)
      throw new UnreadableConfigError('has too many keys');
    if (depth > MAX_DEPTH)
      throw new UnreadableConfigError(
        `line ${this.#lineOf(node)}: is nested too deeply`,
      );
    if (isAlias(node)) {
      this.#targets.set(node, anchors.get(node.source));
      return;
    }
    if (isPair(node)) {
      this.#walk(node.key, anchors, depth);
      this.#walk(node.value, anchors, depth);
      return;
    }
    if (isScalar(node) || isCollection(node))
      if (node.anchor) anchors.set(node.anchor, node);
    if (!isCollection(node)) return;
    if (isMap(node)) this.#refuseTwice(node);
    for (const item of node.items) this.#walk(item, anchors, depth + 1);
  }

  #refuseTwice(map: YAMLMap) {
    const keys = new Set<unknown>();
    for (const { key } of map.items as Pair[]) {
      const value = isScalar(key) ? key.value : undefined;
      // Several maps may be merged, one key each.
      if (value === undefined || value === '<<') continue;
      if (keys.has(value))
        throw new UnreadableConfigError(
          `line ${this.#lineOf(key)}: is not valid YAML (DUPLICATE_KEY)`,
        );
      keys.add(value);
    }
  }

  #lineOf(node: unknown): number {
    const range = (node as Node | null)?.range;
    return range ? this.#lineAt(range[0]) : 1;
  }
}
