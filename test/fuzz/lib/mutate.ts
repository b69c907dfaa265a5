import fc from 'fast-check';
import { hostileValue } from './hostile';

/** A copy of a good value in which up to three parts are something else. */
export function mutated(good: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(good);
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), hostileValue), {
      minLength: 0,
      maxLength: 3,
    })
    .map(changes => {
      let value = structuredClone(good);
      for (const [path, change] of changes) value = put(value, path, change);
      return value;
    });
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, entry]) =>
      pathsOf(entry, [...path, key]),
    ),
  ];
}

function put(value: any, [key, ...rest]: string[], change: unknown): unknown {
  if (key === undefined) return change;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  (copy as any)[key] = put((copy as any)[key], rest, change);
  return copy;
}
