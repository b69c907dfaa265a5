import type { ChartKeyNode } from '../../camunda/charts/chartKeyTree';

/**
 * Number of single-character changes between two texts (Levenshtein, a swap of neighbours counts as one); more
 * than `most` is not worked out. Takes time of the shorter length times `most`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (a === b) return 0;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(most + 1);
    if (i <= most) row[0] = i;
    let least = row[0];
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, before[j - 2] + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}

/** A name of fewer letters is allowed fewer mistakes; one of a single letter is no name. */
function allowed(text: string): number {
  if (text.length < 2) return 0;
  if (text.length < 5) return 1;
  return text.length < 8 ? 2 : 3;
}

/** The name among others that a misspelled one most likely means. */
export function nearestName(
  name: string,
  names: Iterable<string>,
  most = allowed(name),
): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of names) {
    const found = distance(name, candidate, least - 1);
    if (found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
}

function withoutCase(text: string): string {
  return text.replace(/[-_]/g, '').toLowerCase();
}

/**
 * The key of a chart that a misspelled path most likely means: the same place with one or two names spelled
 * otherwise.
 */
export function nearestPath(
  path: readonly string[],
  tree: ChartKeyNode,
): string[] | undefined {
  let best: { path: string[]; cost: number } | undefined;
  const walk = (node: ChartKeyNode, at: string[], cost: number) => {
    if (best && cost >= best.cost) return;
    if (at.length === path.length) {
      if (cost > 0) best = { path: at, cost };
      return;
    }
    const name = path[at.length].replace(/\[\d+\]$/, '');
    const index = path[at.length].slice(name.length);
    const exact = node.children.get(name);
    if (exact) walk(exact, [...at, name + index], cost);
    // A key that takes anything ends the comparison, and what is left stays as it is.
    if (node.children.size === 0) {
      if (cost > 0) best = { path: [...at, ...path.slice(at.length)], cost };
      return;
    }
    if (cost > 0 && exact) return;
    for (const [candidate, child] of node.children) {
      if (candidate === name) continue;
      const most = Math.min(allowed(name), (best?.cost ?? 5) - cost - 1);
      if (most < 1) continue;
      const found = distance(withoutCase(name), withoutCase(candidate), most);
      if (found <= most)
        walk(child, [...at, candidate + index], cost + Math.max(1, found));
    }
  };
  walk(tree, [], 0);
  return best?.path;
}
