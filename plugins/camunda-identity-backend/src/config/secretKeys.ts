import { z } from 'zod';
import { listOf, requiredSection, text } from './fields';

/** A key for stored secrets. */
export interface EncryptionKey {
  id: string;
  /** 32 bytes, for AES-256. */
  value: Uint8Array;
}

const KEY_BYTES = 32;
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/**
 * The keys for stored secrets: the first encrypts, all decrypt. Messages name a key by its index, since id and
 * value may be swapped by mistake.
 */
export const secretKeysSchema = listOf(
  requiredSection({
    id: text.regex(/^[\w.-]{1,64}$/, {
      error: 'expected 1 to 64 letters, digits, "-", "_" or "."',
    }),
    value: text
      .regex(BASE64, {
        error: `expected ${KEY_BYTES} bytes in base64; make them with: openssl rand -base64 ${KEY_BYTES}`,
      })
      .transform(value => new Uint8Array(Buffer.from(value, 'base64'))),
  }),
).superRefine((keys, ctx) => {
  // Compared as bytes: two texts may mean the same key, since the last base64 character has unused bits.
  const values = keys.map(({ value }) => Buffer.from(value).toString('hex'));
  const ids = keys.map(({ id }) => id);
  for (const [what, all] of Object.entries({ id: ids, value: values }))
    all.forEach((entry, n) => {
      const first = all.indexOf(entry);
      if (first !== n)
        ctx.addIssue({
          code: 'custom',
          path: [n, what],
          message: `the same ${what} as in entry ${first + 1} of the list`,
        });
    });
}) satisfies z.ZodType<EncryptionKey[]>;
