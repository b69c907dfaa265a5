import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SecretCipher } from './SecretCipher';
import type { SecretsStore } from './SecretsStore';

const BATCH = 100;

/** Brings every stored secret under the first key, and says when an old one can go. */
export class KeyRotation {
  readonly #store: SecretsStore;
  readonly #cipher: SecretCipher;
  readonly #logger: LoggerService;

  constructor(options: {
    store: SecretsStore;
    cipher: SecretCipher;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#cipher = options.cipher;
    this.#logger = options.logger;
  }

  /** Safe to be run at any time, by anyone, on any replica. */
  async run(signal?: AbortSignal): Promise<void> {
    const { keyId, oldKeyIds } = this.#cipher;
    if (keyId && oldKeyIds.length > 0) await this.#reencrypt(keyId, signal);
    if (!signal?.aborted) await this.#report();
  }

  async #reencrypt(keyId: string, signal?: AbortSignal) {
    let moved = 0;
    let failed = 0;
    for (const old of this.#cipher.oldKeyIds)
      while (!signal?.aborted) {
        const rows = await this.#store.listUnder([old], BATCH);
        let movedNow = 0;
        for (const row of rows) {
          const jwe = await this.#cipher.reencrypt(row.jwe);
          if (jwe && (await this.#store.reencrypted(row, jwe, keyId)))
            movedNow += 1;
        }
        moved += movedNow;
        // What does not decrypt stays; another round would meet it again.
        if (rows.length < BATCH || movedNow === 0) {
          failed += rows.length - movedNow;
          break;
        }
      }
    if (moved > 0)
      this.#logger.info(
        `${moved} stored secrets are encrypted with the key "${keyId}" now`,
      );
    if (failed > 0)
      this.#logger.warn(
        `${failed} stored secrets could not be encrypted with the key "${keyId}"; they changed meanwhile or do not decrypt`,
      );
  }

  async #report() {
    const counts = await this.#store.countByKey();
    const { keyId, oldKeyIds } = this.#cipher;
    for (const id of oldKeyIds)
      if (!counts.has(id))
        this.#logger.info(
          `Nothing is encrypted with the key "${id}" any more; it can be removed from camundaIdentity.secrets.keys`,
        );
    for (const [id, count] of counts)
      if (id !== keyId && !oldKeyIds.includes(id))
        this.#logger.warn(
          `${count} stored secrets need the key "${id}", which is not in camundaIdentity.secrets.keys`,
        );
  }
}
