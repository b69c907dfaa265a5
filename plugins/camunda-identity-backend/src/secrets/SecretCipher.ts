import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { EncryptionKey } from '../config/readConfig';
import type { SecretBinding } from '../record/binding';

const contentSchema = z.object({
  value: z.string(),
  binding: z.object({
    recordId: z.string(),
    client: z.string(),
    clientId: z.string(),
    issuer: z.string(),
    tokenOrigin: z.string(),
    endpointOrigin: z.string(),
  }),
});

type Content = z.output<typeof contentSchema>;

const ALG = 'dir';
const ENC = 'A256GCM';

/** Encrypts secrets as compact JWE (RFC 7516; direct encryption, RFC 7518 section 4.5; A256GCM, 5.3). */
export class SecretCipher {
  readonly #keys: readonly EncryptionKey[];

  /** @param keys - the first encrypts, all decrypt */
  constructor(keys: readonly EncryptionKey[]) {
    this.#keys = keys;
  }

  /** Id of the key that encrypts; undefined if none is configured. */
  get keyId(): string | undefined {
    return this.#keys[0]?.id;
  }

  /** Ids of the keys that only decrypt. */
  get oldKeyIds(): string[] {
    return this.#keys.slice(1).map(({ id }) => id);
  }

  /** @throws Error without a key */
  async encrypt(value: string, binding: SecretBinding): Promise<string> {
    const content: Content = { value, binding };
    return this.#encrypt(new TextEncoder().encode(JSON.stringify(content)));
  }

  /**
   * @returns undefined if the key is missing or the text was tampered with
   */
  async decrypt(jwe: string): Promise<Content | undefined> {
    const plaintext = await this.#decrypt(jwe);
    if (!plaintext) return undefined;
    const content = contentSchema.safeParse(
      JSON.parse(new TextDecoder().decode(plaintext)),
    );
    return content.data;
  }

  /** Encrypts the same content with the first key. */
  async reencrypt(jwe: string): Promise<string | undefined> {
    const plaintext = await this.#decrypt(jwe);
    return plaintext && this.#encrypt(plaintext);
  }

  async #encrypt(plaintext: Uint8Array): Promise<string> {
    const key = this.#keys[0];
    if (!key) throw new Error('No key for secrets is configured');
    return new CompactEncrypt(plaintext)
      .setProtectedHeader({ alg: ALG, enc: ENC, kid: key.id })
      .encrypt(key.value);
  }

  async #decrypt(jwe: string): Promise<Uint8Array | undefined> {
    try {
      const { kid } = decodeProtectedHeader(jwe);
      const key = this.#keys.find(({ id }) => id === kid);
      if (!key) return undefined;
      const { plaintext } = await compactDecrypt(jwe, key.value, {
        keyManagementAlgorithms: [ALG],
        contentEncryptionAlgorithms: [ENC],
      });
      return plaintext;
    } catch {
      return undefined;
    }
  }
}
