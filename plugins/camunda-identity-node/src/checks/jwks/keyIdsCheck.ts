import { keysCheck } from './keysCheck';

/** `kid` present where there are several keys, and unique (Core 1.0 section 10.1; RFC 7517 section 4.5). */
export const keyIdsCheck = keysCheck('jwks.key-ids', keys => {
  if (keys.length === 1)
    return { result: 'pass', message: 'There is one key only' };
  const missing = keys.filter(({ kid }) => typeof kid !== 'string').length;
  const seen = new Map<string, number>();
  // The same kid may stand for keys of different types or uses.
  for (const { kid, kty, use } of keys)
    if (typeof kid === 'string') {
      const key = JSON.stringify([kid, kty, use ?? 'sig']);
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  const twice = [...seen]
    .filter(([, count]) => count > 1)
    .map(([key]) => `"${String(JSON.parse(key)[0]).slice(0, 80)}"`);
  if (twice.length > 0)
    return {
      result: 'fail',
      message: `Several keys share one kid: ${twice.join(
        ', ',
      )}. A token that names it may be checked with the wrong key`,
    };
  return missing > 0
    ? {
        result: 'warn',
        message: `${missing} of ${keys.length} keys have no kid`,
      }
    : { result: 'pass', message: 'Each key has a kid of its own' };
});
