import type { FactSource } from '../checkOf';
import type { CheckContext } from '../types';

/** A key as it stands in the set, whatever it is. */
export type Key = Readonly<Record<string, unknown>>;

/** The keys of the set. */
export interface KeyFacts {
  keys: readonly Key[];
  context: CheckContext;
}

/** The key set. */
export const KEYS: FactSource<KeyFacts> = async context => {
  const outcome = await context.jwks();
  return outcome.ok
    ? { keys: outcome.keys, context }
    : 'There is no key set to look at';
};

/** Names a key to people: its kid, else its place. */
export function nameOf(key: Key, index: number): string {
  return typeof key.kid === 'string'
    ? `"${key.kid.slice(0, 80)}"`
    : `number ${index + 1}`;
}
