import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

const ALG = 'dir';
const ENC = 'A256GCM';

/*
 * A login test has two words that nobody can guess: its id, which whoever began it has, and its state, which
 * the provider sends back. The database has hashes of them and what is encrypted under them, so that it tells
 * nobody anything, on an installation without a key for secrets as well. A test lives for ten minutes.
 */

/** 256 bits, as they go into an address. */
export function newWord(): string {
  return randomBytes(32).toString('base64url');
}

/** True for what {@link newWord} may have made. */
export function isWord(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{43}$/.test(text);
}

/** By which a word is found again. */
export function hashOf(word: string): string {
  return createHash('sha256').update(`login-test ${word}`).digest('hex');
}

/** Another one than the hash, and not to be worked out from it (RFC 5869). */
function keyOf(word: string): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', word, '', 'camunda-identity login-test', 32),
  );
}

/** Encrypts under a word (compact JWE: RFC 7516, RFC 7518 sections 4.5 and 5.3). */
export async function seal(word: string, content: unknown): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: ALG, enc: ENC })
    .encrypt(keyOf(word));
}

/** @throws JOSEError for what was sealed under another word */
export async function unseal<T>(word: string, sealed: string): Promise<T> {
  const { plaintext } = await compactDecrypt(sealed, keyOf(word), {
    keyManagementAlgorithms: [ALG],
    contentEncryptionAlgorithms: [ENC],
  });
  return JSON.parse(new TextDecoder().decode(plaintext)) as T;
}
