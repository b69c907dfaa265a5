import { checkOf } from '../checkOf';
import { KEYS, nameOf, type Key } from './keys';

const OPERATIONS: Record<string, readonly string[]> = {
  sig: ['sign', 'verify'],
  enc: [
    'encrypt',
    'decrypt',
    'wrapKey',
    'unwrapKey',
    'deriveKey',
    'deriveBits',
  ],
};

function problemOf({ use, key_ops: operations }: Key): string | undefined {
  if (use !== undefined && typeof use !== 'string') return 'use is no text';
  if (operations === undefined) return undefined;
  if (!Array.isArray(operations)) return 'key_ops is no list';
  const allowed = use === undefined ? undefined : OPERATIONS[use as string];
  if (allowed && operations.some(entry => !allowed.includes(entry)))
    return `use is "${use}", but key_ops says otherwise`;
  return undefined;
}

/** `use` and `key_ops` agree (RFC 7517 sections 4.2 and 4.3). */
export const keyUseCheck = checkOf(KEYS, 'jwks.key-use', ({ keys }) => {
  const wrong = keys.flatMap((key, index) => {
    const problem = problemOf(key);
    return problem ? [`the key ${nameOf(key, index)}: ${problem}`] : [];
  });
  return wrong.length === 0
    ? { result: 'pass', message: 'use and key_ops of all keys agree' }
    : { result: 'warn', message: wrong.join('; ') };
});
