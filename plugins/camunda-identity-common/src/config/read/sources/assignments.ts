import type { FileKey } from '../types';

/** `export NAME=value`, `name.with.dots = value`. */
const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][\w.\-[\]]*)\s*=/;

/** The first line that says something. */
function firstLine(content: string): string {
  let start = 0;
  while (start < content.length) {
    const end = content.indexOf('\n', start);
    const line = content.slice(start, end < 0 ? undefined : end).trim();
    if (line && !/^[#!]/.test(line)) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return '';
}

/** What a text of NAME=value lines is; undefined for any other. */
export function assignmentsKind(
  content: string,
): 'dotenv' | 'properties' | undefined {
  const name = ASSIGNMENT.exec(firstLine(content))?.[1];
  if (!name) return undefined;
  return /\./.test(name) || /^[a-z][a-z0-9]*-[a-z-]+$/.test(name)
    ? 'properties'
    : 'dotenv';
}

const PROPERTY = /^([^\s=:#!][^\s=:]*)[ \t]*[=:][ \t]*/;

/** Keys of a .properties file; a line that ends in a backslash goes on with the next one. */
export function parseProperties(content: string): FileKey[] {
  const keys: FileKey[] = [];
  let open: { path: string[]; parts: string[]; line: number } | undefined;
  const close = () => {
    if (open)
      keys.push({
        path: open.path,
        value: open.parts.join(''),
        line: open.line,
      });
    open = undefined;
  };
  content.split(/\r?\n/).forEach((raw, index) => {
    const text = raw.trim();
    const goesOn = /(^|[^\\])(\\\\)*\\$/.test(text);
    const part = goesOn ? text.slice(0, -1) : text;
    if (open) open.parts.push(part);
    else {
      const named = PROPERTY.exec(text);
      if (named)
        open = {
          path: named[1].split('.'),
          parts: [part.slice(named[0].length)],
          line: index + 1,
        };
    }
    if (!goesOn) close();
  });
  close();
  return keys;
}
