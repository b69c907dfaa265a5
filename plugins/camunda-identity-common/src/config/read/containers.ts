import type { KeyedFormat } from '../types';
import { canonicalKey, type KeyTable } from './keyTable';
import type { FileKey } from './types';

/** Management Identity: what a file without names for its containers is taken for, as on the page. */
const DEFAULT_CONTAINER = 'identity';

/** What counts as the name: of a variable not the parts of a secret's reference. */
function nameOf(canonical: string, format: KeyedFormat): string {
  return format === 'env' ? canonical.split('.')[0] : canonical;
}

/** How many of the names belong to the container. */
function fit(names: ReadonlySet<string>, known: ReadonlySet<string>): number {
  return [...names].filter(name => known.has(name)).length;
}

/**
 * Which of the known containers a file's container is: by name, by part of its name (`my-optimize`), else by
 * the variables it has.
 */
function match(
  hint: string | undefined,
  names: ReadonlySet<string>,
  table: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const known = [...table.keys()];
  if (hint && known.includes(hint)) return hint;
  const named = hint
    ? known.filter(name => hint.toLowerCase().includes(name))
    : [];
  if (named.length === 1) return named[0];
  const scored = known
    .map(name => ({
      name,
      score: fit(names, table.get(name)!),
    }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(b.name === DEFAULT_CONTAINER) -
          Number(a.name === DEFAULT_CONTAINER),
    );
  return scored[0]?.score ? scored[0].name : undefined;
}

/** The known container of every container that a file names; under '' where it names none. */
export function matchContainers(
  keys: readonly FileKey[],
  table: KeyTable,
  format: KeyedFormat,
): Map<string, string | undefined> {
  const names = new Map<string, Set<string>>();
  for (const { container = '', path } of keys)
    names.set(
      container,
      (names.get(container) ?? new Set()).add(
        nameOf(canonicalKey(path, format), format),
      ),
    );
  const known = new Map(
    [...table].map(([container, entries]) => [
      container,
      new Set([...entries.keys()].map(key => nameOf(key, format))),
    ]),
  );
  return new Map(
    [...names].map(([container, variables]) => [
      container,
      match(container || undefined, variables, known),
    ]),
  );
}
