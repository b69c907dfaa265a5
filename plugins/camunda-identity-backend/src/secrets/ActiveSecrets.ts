import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { isError, SecretMask } from './SecretMask';

/**
 * The secrets that this process currently has in clear text, and the place where they are masked in its log.
 * Answers are masked only for the secrets of their own call: masking other people's secrets would confirm
 * guesses.
 */
export class ActiveSecrets {
  /** Number of uses of each. */
  readonly #uses = new Map<string, number>();
  /** Mask of all of them; created when something is logged. */
  #mask?: SecretMask;

  /**
   * Masks `secrets` in the log while `fn` runs, and in its exceptions.
   *
   * @param fn - gets a mask of these secrets, for its answers to the caller
   */
  async use<T>(
    secrets: readonly string[],
    fn: (mask: SecretMask) => Promise<T>,
  ): Promise<T> {
    const mask = new SecretMask(secrets);
    this.#count(secrets, 1);
    try {
      return await fn(mask);
    } catch (error) {
      mask.error(error);
      throw error;
    } finally {
      this.#count(secrets, -1);
    }
  }

  /** A logger that masks them. */
  logger(inner: LoggerService): LoggerService {
    const meta = (value: Error | JsonObject | undefined) => {
      const mask = this.#all();
      if (isError(value)) mask.error(value);
      return isError(value) || value === undefined ? value : mask.value(value);
    };
    const text = (value: string) => this.#all().text(value);
    return {
      error: (message, extra) => inner.error(text(message), meta(extra)),
      warn: (message, extra) => inner.warn(text(message), meta(extra)),
      info: (message, extra) => inner.info(text(message), meta(extra)),
      debug: (message, extra) => inner.debug(text(message), meta(extra)),
      child: extra => this.logger(inner.child(meta(extra) as JsonObject)),
    };
  }

  #all(): SecretMask {
    this.#mask ??= new SecretMask([...this.#uses.keys()]);
    return this.#mask;
  }

  #count(secrets: readonly string[], by: 1 | -1) {
    for (const secret of secrets) {
      const uses = (this.#uses.get(secret) ?? 0) + by;
      if (uses > 0) this.#uses.set(secret, uses);
      else this.#uses.delete(secret);
    }
    if (secrets.length > 0) this.#mask = undefined;
  }
}
