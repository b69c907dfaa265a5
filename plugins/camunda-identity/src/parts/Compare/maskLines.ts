/** What stands in the place of a secret; as the API writes it. */
export const MASK = '«secret»';

/**
 * A file as it may be shown: the values of lines that the API has recognised as secrets are masked.
 *
 * @param lines - numbers from 1
 */
export function maskLines(content: string, lines: ReadonlySet<number>): string {
  let block: number | undefined;
  return content
    .split('\n')
    .map((line, index) => {
      const indent = line.length - line.trimStart().length;
      // A value over several lines goes on as long as it is further in.
      if (block !== undefined) {
        if (line.trim() === '' || indent > block)
          return line.trim() === '' ? line : `${line.slice(0, indent)}${MASK}`;
        block = undefined;
      }
      if (!lines.has(index + 1)) return line;
      const match = /^(\s*(?:-\s+)?[^:=\s][^:=]*[:=]\s*)\S/.exec(line);
      if (!match) return `${line.slice(0, indent)}${MASK}`;
      if (/[:=]\s*[|>][-+\d]*\s*$/.test(line)) block = indent;
      return `${match[1]}${MASK}`;
    })
    .join('\n');
}
