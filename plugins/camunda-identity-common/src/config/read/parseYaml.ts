import {
  isScalar,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
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
