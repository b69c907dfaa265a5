import { blockText, keyText, quotedText } from '../yaml';
import { survivesUnquoted, withInnerQuotes } from './bareScalar';
import type { HelmEntry, HelmValue } from './entries';

const BEYOND = 'Beyond the documentation page, for the chart:';
const INNER_QUOTES =
  'The chart prints this value without quotes, so the value holds its own.';

/** A key with what stands over it: a value, or the keys below it in the order in which they came. */
interface Node {
  comments: readonly string[];
  value?: HelmValue;
  children?: Map<string, Node>;
  /** The chart's own keys have begun under it. */
  separated?: boolean;
}

function isHelmList(value: HelmValue): value is readonly HelmValue[] {
  return Array.isArray(value);
}

/** What stands behind `key:`, with the space or line break before it. */
function valueText(value: HelmValue, indent: string): string {
  if (typeof value === 'boolean') return ` ${value}`;
  // Text of several lines is a file's content.
  if (typeof value === 'string')
    return value.includes('\n')
      ? ` ${blockText(value, indent)}`
      : ` ${quotedText(value)}`;
  if (isHelmList(value))
    return value.length ? `\n${listText(value, indent)}` : ' []';
  return `\n${mapText(value, indent)}`;
}

function listText(items: readonly HelmValue[], indent: string): string {
  return items
    .map(item => {
      if (typeof item === 'object' && !isHelmList(item))
        return `${indent}- ${mapText(item, `${indent}  `).trimStart()}`;
      return `${indent}-${valueText(item, `${indent}  `)}`;
    })
    .join('\n');
}

function mapText(
  map: { readonly [key: string]: HelmValue },
  indent: string,
): string {
  return Object.entries(map)
    .map(([key, value]) =>
      // Names of variables are ours and need no quotes.
      key === 'name' && typeof value === 'string' && 'value' in map
        ? `${indent}${key}: ${value}`
        : `${indent}${keyText(key)}:${valueText(value, `${indent}  `)}`,
    )
    .join('\n');
}

function nodeText(nodes: ReadonlyMap<string, Node>, indent: string): string {
  let text = '';
  for (const [key, { comments, value, children }] of nodes) {
    for (const line of comments) text += `${indent}# ${line}\n`;
    text += `${indent}${keyText(key)}:`;
    text += children
      ? `\n${nodeText(children, `${indent}  `)}`
      : `${valueText(value!, `${indent}  `)}\n`;
  }
  return text;
}

function rendered({ value, comment, printedUnquoted }: HelmEntry): {
  value: HelmValue;
  comment?: string;
} {
  if (typeof value !== 'string' || !printedUnquoted || survivesUnquoted(value))
    return { value, comment };
  return {
    value: withInnerQuotes(value),
    comment: [comment, INNER_QUOTES].filter(Boolean).join('\n'),
  };
}

/** The node of a map at a path, made where there is none. */
function nodeAt(root: Node, path: readonly string[]): Node {
  let node = root;
  for (const name of path) {
    node.children ??= new Map();
    let child = node.children.get(name);
    if (!child) {
      child = { comments: [] };
      node.children.set(name, child);
    }
    node = child;
  }
  node.children ??= new Map();
  return node;
}

/**
 * Renders entries as a values file, under a comment with what else the chart wants (`needed`); keys that the page
 * does not have follow those it has, under a comment. Written line by line: a document of the YAML library's
 * takes ten times as long.
 */
export function renderHelm(
  entries: readonly HelmEntry[],
  needed: readonly string[] = [],
): string {
  const root: Node = { comments: [], children: new Map() };
  for (const entry of entries) {
    const { path, origin } = entry;
    const map = nodeAt(root, path.slice(0, -1));
    const { value, comment } = rendered(entry);
    const comments = comment ? comment.split('\n') : [];
    // Under "global" page and chart keys are mixed; elsewhere every key is the chart's.
    if (origin === 'chart' && path[0] === 'global' && !map.separated) {
      map.separated = true;
      if (map.children!.size > 0) comments.unshift(BEYOND);
    }
    map.children!.set(path[path.length - 1], { comments, value });
  }
  const head = [
    'Use either environment variables or Helm values, never both.',
    'Databases and the switches of the components are not part of this file.',
    ...needed,
  ];
  return `${head.map(line => `# ${line}\n`).join('')}\n${
    root.children!.size ? nodeText(root.children!, '') : '{}\n'
  }`;
}
