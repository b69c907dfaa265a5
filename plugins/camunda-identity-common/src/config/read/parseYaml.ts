import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { assertReadable } from './fileLimits';
import { UnreadableConfigError } from './types';
import { YamlNodes } from './YamlNodes';

/** A document with the lines of its nodes. */
export interface YamlFile {
  document: Document;
  lineOf(node: unknown): number;
  /** What an alias stands for; anything else is itself. */
  resolve(node: unknown): unknown;
}

/**
 * Parses a stream of documents as Helm does, with YAML 1.1.
 *
 * @throws UnreadableConfigError with the line; never with the text, which may hold a secret
 */
export function parseYaml(content: string): YamlFile[] {
  assertReadable(content);
  const lineCounter = new LineCounter();
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const documents = parsed(content, lineCounter);
  const nodes = new YamlNodes(lineAt);
  return documents.map(document => {
    const [error] = document.errors;
    if (error)
      throw new UnreadableConfigError(
        `line ${lineAt(error.pos[0])}: is not valid YAML (${error.code})`,
      );
    nodes.add(document);
    return {
      document,
      lineOf: node => {
        const range = (node as Node | undefined)?.range;
        return range ? lineAt(range[0]) : 1;
      },
      resolve: node => nodes.resolve(node),
    };
  });
}

function parsed(content: string, lineCounter: LineCounter): Document[] {
  try {
    const documents = parseAllDocuments(content, {
      version: '1.1',
      lineCounter,
      logLevel: 'silent',
      prettyErrors: false,
      // The library compares every key with every other one.
      uniqueKeys: false,
    });
    return Array.isArray(documents) ? documents : [];
  } catch {
    // It goes through a document by recursion.
    throw new UnreadableConfigError('is nested too deeply');
  }
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

/** A node seen while walking; `node` is never an alias or a map. */
export interface YamlLeaf {
  path: string[];
  key: unknown;
  node: unknown;
}

/** More keys than any file of Camunda's has; aliases could make a small file endless. */
const MAX_KEYS = 10_000;

const MAX_DEPTH = 100;

/**
 * Every scalar and list of a document with its path; a list of `{ name, … }` maps is left to the caller.
 *
 * @throws UnreadableConfigError for a document that aliases make endless
 */
export function walkYaml(file: YamlFile): YamlLeaf[] {
  const leaves: YamlLeaf[] = [];
  let seen = 0;
  const walk = (map: YAMLMap, path: string[]) => {
    for (const pair of map.items as Pair[]) {
      seen += 1;
      if (seen > MAX_KEYS || path.length > MAX_DEPTH)
        throw new UnreadableConfigError('has too many keys');
      const name = scalarText(pair.key).text;
      const node = file.resolve(pair.value);
      const here = name === '<<' ? path : [...path, name];
      if (isMap(node)) walk(node, here);
      else leaves.push({ path: here, key: pair.key, node });
    }
  };
  const root = file.resolve(file.document.contents);
  if (isMap(root)) walk(root, []);
  else if (root !== null && root !== undefined)
    throw new UnreadableConfigError(
      `line ${file.lineOf(root)}: expected keys, found ${
        isSeq(root) ? 'a list' : 'a text'
      }`,
    );
  return leaves;
}
