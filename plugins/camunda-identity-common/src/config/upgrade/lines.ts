import { isLiteralSecret, MASK } from '../read/mask';
import { parseYaml, type YamlFile } from '../read/parseYaml';
import { keysOfPart } from '../read/sources/keysOf';
import { UnreadableConfigError } from '../read/types';
import type { ValuesChange } from './types';

/** The new file is a little longer than the given one, and may be longer than what is read. */
function parsed(content: string): YamlFile[] {
  try {
    return parseYaml(content);
  } catch (error) {
    if (error instanceof UnreadableConfigError) return [];
    throw error;
  }
}

/** Lines of the new file by the end of the path that stands there. */
function linesByPath(content: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const file of parsed(content)) {
    const { keys } = keysOfPart({
      file,
      node: file.document.contents,
      offset: 0,
      prefix: [],
      depth: 0,
    });
    // Values inside another document have its keys before their own.
    for (const { path, line } of keys)
      for (let at = 0; at < Math.min(path.length, 8); at++) {
        const name = path
          .slice(at)
          .join('.')
          .replace(/\[\d+\]/g, '');
        if (!lines.has(name)) lines.set(name, line);
        // A list of maps begins on the line before its first entry.
        const list = path.findIndex(part => part.endsWith('[0]'));
        const of = path
          .slice(at, list + 1)
          .join('.')
          .replace(/\[\d+\]/g, '');
        if (list >= at && !lines.has(of)) lines.set(of, line - 1);
      }
  }
  return lines;
}

/** The line as it was, without a secret that stands in it. */
function lineBefore(
  { key, line }: ValuesChange,
  before: readonly string[],
  scrub: (text: string) => string,
): string {
  const text = scrub((before[line - 1] ?? '').trim());
  const at = text.indexOf(':');
  const path = key.split('.');
  const value = text.slice(at + 1).trim();
  // A short secret is not scrubbed everywhere; here it is known to be one.
  return at > 0 &&
    value &&
    isLiteralSecret({ path, value, line }, 'helm', '8.7')
    ? `${text.slice(0, at)}: ${MASK}`
    : text;
}

/** Lines of a list that is told in full. */
const MAX_BLOCK = 8;

/** A line with what stands indented under it. */
function blockAt(lines: readonly string[], start: number): string {
  const indent = (line: string) => line.length - line.trimStart().length;
  const depth = indent(lines[start] ?? '');
  const block = [lines[start]?.trim() ?? ''];
  for (const line of lines.slice(start + 1, start + 1 + MAX_BLOCK)) {
    if (line.trim() === '' || indent(line) <= depth) break;
    block.push(line.slice(depth));
  }
  return block.join('\n');
}

/**
 * The changes with the line of the given file and that of the rewritten one.
 *
 * @param scrub - takes secrets out of a text
 */
export function withLines(
  changes: readonly ValuesChange[],
  given: string,
  result: string,
  scrub: (text: string) => string,
): ValuesChange[] {
  if (changes.length === 0) return [];
  const before = given.split('\n');
  const after = result.split('\n');
  const lines = linesByPath(result);
  return changes.map(change => {
    const target =
      change.kind === 'added' ? change.key : change.replacement ?? '';
    const at = lines.get(target);
    return {
      ...change,
      ...(change.kind === 'added'
        ? {}
        : { before: lineBefore(change, before, scrub) }),
      ...(at ? { after: blockAt(after, at - 1) } : {}),
    };
  });
}
