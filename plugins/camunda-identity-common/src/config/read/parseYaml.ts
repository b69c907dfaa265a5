import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { UnreadableConfigError } from './types';

/** More than any file of Camunda's has; aliases could make a small file endless. */
const MAX_NODES = 20_000;

/** A document with the lines of its nodes. */
export interface YamlFile {
  document: Document;
  lineOf(node: unknown): number;
}

/**
 * Parses a stream of documents as Helm does, with YAML 1.1.
 *
 * @throws UnreadableConfigError with the line; never with the text, which may hold a secret
 */
export function parseYaml(content: string): YamlFile[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(content, {
    version: '1.1',
    lineCounter,
    logLevel: 'silent',
    prettyErrors: false,
  });
  if (!Array.isArray(documents)) return [];
  return documents.map(document => {
    const [error] = document.errors;
    if (error)
      throw new UnreadableConfigError(
        `line ${lineCounter.linePos(error.pos[0]).line}: is not valid YAML (${
          error.code
        })`,
      );
    return {
      document,
      lineOf: node => {
        const range = (node as Node | undefined)?.range;
        return range ? lineCounter.linePos(range[0]).line : 1;
      },
    };
  });
}

/** A scalar as the text that stands in the file, and whether YAML 1.1 takes it for text. */
export function scalarText(node: unknown): {
  text: string;
  notText: boolean;
} {
  if (!isScalar(node) || node.value === null)
    return { text: '', notText: false };
  if (typeof node.value === 'string')
    return { text: node.value, notText: false };
  // 0123, yes, 2026-01-01: the file's own characters, not what a parser made of them.
  return {
    text: typeof node.source === 'string' ? node.source : String(node.value),
    notText: typeof node.value !== 'boolean',
  };
}

/** A list of maps that are settings themselves, not variables with name and value. */
function isSettings(node: unknown): node is YAMLSeq {
  return (
    isSeq(node) &&
    node.items.length > 0 &&
    node.items.every(item => isMap(item) && !item.has('name'))
  );
}

/** A node seen while walking; `node` is never an alias or a map. */
export interface YamlLeaf {
  path: string[];
  key: unknown;
  node: unknown;
}

/**
 * Every scalar and list of a document with its path; a list of `{ name, … }` maps is left to the caller.
 *
 * @throws UnreadableConfigError for a document that aliases make endless
 */
export function walkYaml(file: YamlFile): YamlLeaf[] {
  const leaves: YamlLeaf[] = [];
  let seen = 0;
  const resolve = (node: unknown) =>
    isAlias(node) ? node.resolve(file.document) : node;
  const walk = (map: YAMLMap, path: string[]) => {
    for (const pair of map.items as Pair[]) {
      seen += 1;
      if (seen > MAX_NODES || path.length > 100)
        throw new UnreadableConfigError('has too many keys');
      const name = scalarText(pair.key).text;
      const node = resolve(pair.value);
      const here = name === '<<' ? path : [...path, name];
      if (isMap(node)) walk(node, here);
      else if (isSettings(node))
        node.items.forEach((item, index) =>
          walk(item as YAMLMap, [
            ...here.slice(0, -1),
            `${here[here.length - 1]}[${index}]`,
          ]),
        );
      else leaves.push({ path: here, key: pair.key, node });
    }
  };
  const root = resolve(file.document.contents);
  if (isMap(root)) walk(root, []);
  else if (root !== null && root !== undefined)
    throw new UnreadableConfigError(
      `line ${file.lineOf(root)}: expected keys, found ${
        isSeq(root) ? 'a list' : 'a text'
      }`,
    );
  return leaves;
}
