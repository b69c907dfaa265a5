import type { Verdict } from '../verdict';
import { checkOf } from '../checkOf';
import { KEYS, type Key } from './keys';

/** True for keys that a library cannot tell apart; one without alg is for any algorithm. */
function isSamePurpose(a: Key, b: Key): boolean {
  const isSameAlg =
    a.alg === b.alg || a.alg === undefined || b.alg === undefined;
  return a.kty === b.kty && (a.use ?? 'sig') === (b.use ?? 'sig') && isSameAlg;
}

/** The key material, regardless of use and alg. */
const materialOf = ({ kty, n, e, crv, x, y }: Key) =>
  JSON.stringify([kty, n, e, crv, x, y]);

/** How keys with the same kid relate to each other. */
function judgeGroup(keys: readonly Key[]): 'same' | 'other' | 'clash' {
  const materials = new Set(keys.map(materialOf));
  if (materials.size === 1) return 'same';
  const clash = keys.some((a, index) =>
    keys
      .slice(index + 1)
      .some(b => isSamePurpose(a, b) && materialOf(a) !== materialOf(b)),
  );
  return clash ? 'clash' : 'other';
}

const named = (groups: ReadonlyArray<readonly Key[]>) =>
  groups.map(([{ kid }]) => `"${String(kid).slice(0, 80)}"`).join(', ');

/**
 * `kid` is present where there are several keys, and not shared by keys that a library could not tell apart
 * (Core 1.0 section 10.1; RFC 7517 section 4.5). Libraries choose by kid, use and alg.
 */
export const keyIdsCheck = checkOf(
  KEYS,
  'jwks.key-ids',
  ({ keys }): Verdict => {
    if (keys.length === 1)
      return { result: 'pass', message: 'There is one key only' };
    const missing = keys.filter(({ kid }) => typeof kid !== 'string').length;
    const byKid = new Map<string, Key[]>();
    for (const key of keys)
      if (typeof key.kid === 'string')
        byKid.set(key.kid, [...(byKid.get(key.kid) ?? []), key]);
    const shared = [...byKid.values()].filter(group => group.length > 1);
    const of = (kind: ReturnType<typeof judgeGroup>) =>
      shared.filter(group => judgeGroup(group) === kind);
    const clashing = of('clash');
    if (clashing.length > 0)
      return {
        result: 'fail',
        message: `Several keys share one kid: ${named(
          clashing,
        )}. A token that names it may be checked with the wrong key`,
      };
    if (missing > 0)
      return {
        result: 'warn',
        message: `${missing} of ${keys.length} keys have no kid`,
      };
    const other = of('other');
    if (other.length > 0)
      return {
        result: 'warn',
        message: `Keys for different algorithms or uses share one kid: ${named(
          other,
        )}. Libraries that choose by kid, use and alg verify tokens all the same`,
      };
    const same = of('same');
    return same.length > 0
      ? {
          result: 'info',
          message: `One key is listed several times, for different algorithms or uses: ${named(
            same,
          )}. Tokens verify all the same`,
        }
      : { result: 'pass', message: 'Each key has a kid of its own' };
  },
);
