import { ENTRA } from './entra';
import { PRODUCTS } from './products';
import type { Explanation } from './types';

export type { Explanation } from './types';

/** Every answer that is known. */
export const EXPLANATIONS: readonly Explanation[] = [...ENTRA, ...PRODUCTS];

const MAX_TEXT = 64 * 1024;

/** What is known of an answer's text. */
export function explain(text: string | undefined): Explanation | undefined {
  const start = text?.slice(0, MAX_TEXT);
  return start ? EXPLANATIONS.find(entry => entry.text.test(start)) : undefined;
}
