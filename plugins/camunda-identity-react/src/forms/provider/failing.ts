/** Providers that a check has found unusable in this browser tab, and whether the user continues anyway. */
const failing = new Map<string, 'stopped' | 'accepted'>();

/** Maximum number to keep; a user who tries that many is still typing. */
const MAX = 100;

function keyOf(provider: object): string {
  return JSON.stringify(Object.entries(provider).sort());
}

/** Records the result of a provider check. */
export function noteCheck(provider: object, isFailing: boolean) {
  const key = keyOf(provider);
  if (!isFailing) failing.delete(key);
  else if (!failing.has(key)) {
    if (failing.size >= MAX) failing.clear();
    failing.set(key, 'stopped');
  }
}

/** Records whether the user continues anyway. */
export function acceptFailing(provider: object, accepted: boolean) {
  failing.set(keyOf(provider), accepted ? 'accepted' : 'stopped');
}

/**
 * True if a check has failed and the user does not continue anyway.
 *
 * @public
 */
export function isStopped(provider: object): boolean {
  return failing.get(keyOf(provider)) === 'stopped';
}

/** True if the user continues anyway. */
export function isAccepted(provider: object): boolean {
  return failing.get(keyOf(provider)) === 'accepted';
}
