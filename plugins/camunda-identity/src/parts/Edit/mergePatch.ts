import {
  valueAt,
  withValue,
} from 'backstage-plugin-camunda-identity-react/forms';

/** A JSON value. */
type Json = unknown;

function isObject(value: Json): value is Record<string, Json> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isEqual(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The JSON merge patch (RFC 7396) that makes one value of another; undefined where they are the same.
 */
export function mergePatch(before: Json, after: Json): Json | undefined {
  if (!isObject(before) || !isObject(after))
    return isEqual(before, after) ? undefined : after;
  const patch: Record<string, Json> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const removed = after[key] === undefined && before[key] !== undefined;
    const inner = removed ? null : mergePatch(before[key], after[key]);
    if (inner !== undefined) patch[key] = inner;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** The values that a patch sets, by dotted path; `null` removes one. */
export function leavesOf(
  patch: Json,
  path: readonly string[] = [],
): Map<string, Json> {
  if (!isObject(patch)) return new Map([[path.join('.'), patch]]);
  return new Map(
    Object.entries(patch).flatMap(([key, value]) => [
      ...leavesOf(value, [...path, key]),
    ]),
  );
}

/** Something that two people have changed differently. */
export interface Conflict {
  path: string;
  before: Json;
  mine: Json;
  theirs: Json;
}

/**
 * What both have changed, and not alike: a value of mine that lies above or below one of theirs counts.
 *
 * @param base - what both began with
 */
export function conflictsOf(base: Json, mine: Json, theirs: Json): Conflict[] {
  const changedByThem = leavesOf(mergePatch(base, theirs) ?? {});
  return [...leavesOf(mergePatch(base, mine) ?? {}).keys()]
    .filter(
      path =>
        path !== '' &&
        [...changedByThem.keys()].some(
          other =>
            other === path ||
            other.startsWith(`${path}.`) ||
            path.startsWith(`${other}.`),
        ) &&
        !isEqual(valueAt(mine, path), valueAt(theirs, path)),
    )
    .map(path => ({
      path,
      before: valueAt(base, path),
      mine: valueAt(mine, path),
      theirs: valueAt(theirs, path),
    }));
}

/**
 * My changes on what somebody else has saved meanwhile.
 *
 * @param keepTheirs - paths of conflicts in which theirs stays
 */
export function mergeInto(
  base: Json,
  mine: Json,
  theirs: Json,
  keepTheirs: ReadonlySet<string>,
): Json {
  let merged: Json = theirs;
  for (const path of leavesOf(mergePatch(base, mine) ?? {}).keys())
    if (path !== '' && !keepTheirs.has(path))
      merged = withValue(merged, path, valueAt(mine, path));
  return merged;
}
