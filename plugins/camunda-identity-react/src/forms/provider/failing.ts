/** Providers that a check has found unusable in this browser tab, and whether the person goes on all the same. */
const failing = new Map<string, 'stopped' | 'accepted'>();

/** More are not kept: somebody who tries so many is still typing. */
const MAX = 100;

function keyOf(provider: object): string {
  return JSON.stringify(Object.entries(provider).sort());
}

/** Notes what the check of a provider said. */
export function noteCheck(provider: object, isFailing: boolean) {
  const key = keyOf(provider);
  if (!isFailing) failing.delete(key);
  else if (!failing.has(key)) {
    if (failing.size >= MAX) failing.clear();
    failing.set(key, 'stopped');
  }
}

/** The person has read what is wrong and goes on, or not. */
export function acceptFailing(provider: object, accepted: boolean) {
  failing.set(keyOf(provider), accepted ? 'accepted' : 'stopped');
}

/**
 * True where a check has failed and nobody has said to go on.
 *
 * @public
 */
export function isStopped(provider: object): boolean {
  return failing.get(keyOf(provider)) === 'stopped';
}

/** True where somebody has said to go on. */
export function isAccepted(provider: object): boolean {
  return failing.get(keyOf(provider)) === 'accepted';
}
