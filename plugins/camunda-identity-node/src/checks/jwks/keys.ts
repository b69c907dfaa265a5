import type { FactSource } from '../checkOf';
import type { CheckContext } from '../types';

/** An entry of the key set, of whatever type. */
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

/** A key's name for people: its kid, otherwise its position. */
export function nameOf(key: Key, index: number): string {
  return typeof key.kid === 'string'
    ? `"${key.kid.slice(0, 80)}"`
    : `number ${index + 1}`;
}
