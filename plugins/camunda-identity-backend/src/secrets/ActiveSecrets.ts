import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Finding } from 'backstage-plugin-camunda-identity-common';
import { secretForms } from 'backstage-plugin-camunda-identity-node';

const MASK = '«secret»';

/**
 * The secrets that this process holds in clear text at the moment, and the one place that takes them out of
 * what leaves it.
 */
export class ActiveSecrets {
  /** How often each is in use, and its forms. */
  readonly #active = new Map<string, { uses: number; forms: string[] }>();
  /** Every form of every secret, longest first: one may be part of another. */
  #forms: readonly string[] = [];

  /**
   * Knows `secrets` as long as `fn` runs. What it throws comes out without them.
   */
  async use<T>(secrets: readonly string[], fn: () => Promise<T>): Promise<T> {
    for (const secret of secrets) {
      const entry = this.#active.get(secret);
      if (entry) entry.uses += 1;
      else this.#active.set(secret, { uses: 1, forms: secretForms(secret) });
    }
    this.#remember();
    try {
      return await fn();
    } catch (error) {
      this.#scrubError(error);
      throw error;
    } finally {
      for (const secret of secrets) {
        const entry = this.#active.get(secret)!;
        entry.uses -= 1;
        if (entry.uses === 0) this.#active.delete(secret);
      }
      this.#remember();
    }
  }

  text(value: string): string {
    return this.#forms.reduce(
      (text, form) =>
        text.includes(form) ? text.split(form).join(MASK) : text,
      value,
    );
  }

  finding(entry: Finding): Finding {
    return {
      ...entry,
      message: this.text(entry.message),
      evidence:
        entry.evidence && (this.#value(entry.evidence) as Finding['evidence']),
    };
  }

  /** A logger that does not know them either. */
  logger(inner: LoggerService): LoggerService {
    const meta = (value: Error | JsonObject | undefined) => {
      if (value instanceof Error) this.#scrubError(value);
      return value instanceof Error || value === undefined
        ? value
        : (this.#value(value) as JsonObject);
    };
    return {
      error: (message, extra) => inner.error(this.text(message), meta(extra)),
      warn: (message, extra) => inner.warn(this.text(message), meta(extra)),
      info: (message, extra) => inner.info(this.text(message), meta(extra)),
      debug: (message, extra) => inner.debug(this.text(message), meta(extra)),
      child: extra => this.logger(inner.child(meta(extra) as JsonObject)),
    };
  }

  #remember() {
    this.#forms = [...this.#active.values()]
      .flatMap(({ forms }) => forms)
      .filter(form => form.length > 0)
      .sort((a, b) => b.length - a.length);
  }

  #value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map(inner => this.#value(inner));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, this.#value(inner)]),
    );
  }

  #scrubError(error: unknown, depth = 0) {
    if (!(error instanceof Error) || depth > 5) return;
    error.message = this.text(error.message);
    if (error.stack) error.stack = this.text(error.stack);
    this.#scrubError(error.cause, depth + 1);
  }
}
