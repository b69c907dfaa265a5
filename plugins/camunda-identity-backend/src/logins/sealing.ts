import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

const ALG = 'dir';
const ENC = 'A256GCM';

/*
 * A login test has two unguessable words: its id, known to the user who began it, and its state, which the
 * provider sends back. The database has only their hashes and content encrypted with them, so that it reveals
 * nothing, even on an installation without a key for secrets. A test lives for ten minutes.
 */

/** A random word of 256 bits, safe in URLs. */
export function newWord(): string {
  return randomBytes(32).toString('base64url');
}

/** True for a text in the form of {@link newWord}. */
export function isWord(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{43}$/.test(text);
}

/** The hash by which a word is looked up. */
export function hashOf(word: string): string {
  return createHash('sha256').update(`login-test ${word}`).digest('hex');
}

/** Different from the hash and not derivable from it (RFC 5869). */
function keyOf(word: string): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', word, '', 'camunda-identity login-test', 32),
  );
}

/** Encrypts with a word (compact JWE: RFC 7516, RFC 7518 sections 4.5 and 5.3). */
export async function seal(word: string, content: unknown): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: ALG, enc: ENC })
    .encrypt(keyOf(word));
}

/** @throws JOSEError for a text that was sealed with another word */
export async function unseal<T>(word: string, sealed: string): Promise<T> {
  const { plaintext } = await compactDecrypt(sealed, keyOf(word), {
    keyManagementAlgorithms: [ALG],
    contentEncryptionAlgorithms: [ENC],
  });
  return JSON.parse(new TextDecoder().decode(plaintext)) as T;
}
