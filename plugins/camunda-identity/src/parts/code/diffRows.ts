import { diffLines } from 'diff';

/** A row of a side-by-side difference; `skipped`: so many lines are the same on both sides. */
export type DiffRow =
  | { kind: 'same'; left: string; right: string }
  | { kind: 'changed'; left?: string; right?: string }
  | { kind: 'skipped'; lines: number };

/** Lines that are the same on both sides and are shown around a change. */
const AROUND = 3;

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}

function folded(lines: string[], first: boolean, last: boolean): DiffRow[] {
  const same = (line: string): DiffRow => ({
    kind: 'same',
    left: line,
    right: line,
  });
  const before = first ? 0 : AROUND;
  const after = last ? 0 : AROUND;
  const hidden = lines.length - before - after;
  if (hidden < 2) return lines.map(same);
  return [
    ...lines.slice(0, before).map(same),
    { kind: 'skipped', lines: hidden },
    ...lines.slice(lines.length - after).map(same),
  ];
}

/**
 * Two texts side by side, line by line; what is the same far from a change is folded.
 *
 * @returns no row where they are equal
 */
export function diffRows(left: string, right: string): DiffRow[] {
  if (left === right) return [];
  const parts = diffLines(left, right);
  const rows: DiffRow[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part.added && !part.removed) {
      rows.push(
        ...folded(linesOf(part.value), index === 0, index === parts.length - 1),
      );
      continue;
    }
    const next = parts[index + 1];
    const removed = part.removed ? linesOf(part.value) : [];
    let added = part.added ? linesOf(part.value) : [];
    if (part.removed && next?.added) {
      added = linesOf(next.value);
      index += 1;
    }
    for (let n = 0; n < Math.max(removed.length, added.length); n += 1)
      rows.push({ kind: 'changed', left: removed[n], right: added[n] });
  }
  return rows;
}
