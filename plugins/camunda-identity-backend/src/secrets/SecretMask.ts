import { types } from 'node:util';
import type { Finding } from 'backstage-plugin-camunda-identity-common';
import { secretScrubber } from 'backstage-plugin-camunda-identity-node';

/** Also one of another realm, as native modules and worker contexts throw them. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}

/** How far an error is followed: through its causes and what it carries along. */
const MAX_DEPTH = 6;

/** Takes secrets out of texts, values, errors and findings, in every form in which they may come back. */
export class SecretMask {
  readonly #scrub: (text: string) => string;

  constructor(secrets: readonly string[]) {
    this.#scrub = secretScrubber(
      secrets.map(secret => ({ clientId: '', secret })),
    );
  }

  text(value: string): string {
    return this.#scrub(value);
  }

  /** Every text within, keys included. */
  value<T>(value: T): T {
    return this.#value(value) as T;
  }

  /** All but what a finding is about: code, result and subject are the product's own words. */
  finding({ code, result, subject, ...rest }: Finding): Finding {
    return { code, result, subject, ...this.value(rest) };
  }

  /** In place: whoever threw it is waiting for this very error. */
  error(error: unknown, depth = 0) {
    if (!isError(error) || depth > MAX_DEPTH) return;
    for (const key of Object.getOwnPropertyNames(error)) {
      const fields = error as unknown as Record<string, unknown>;
      const inner = fields[key];
      if (isError(inner)) this.error(inner, depth + 1);
      else if (Array.isArray(inner) && key === 'errors')
        inner.forEach(one => this.error(one, depth + 1));
      else if (typeof inner === 'string' || typeof inner === 'object') {
        const clean = this.value(inner);
        if (JSON.stringify(clean) !== JSON.stringify(inner))
          this.#replace(fields, key, clean);
      }
    }
  }

  #replace(target: object, key: string, value: unknown) {
    try {
      Object.defineProperty(target, key, {
        value,
        configurable: true,
        writable: true,
      });
    } catch {
      // A property that cannot be changed: an error of the platform, whose texts are its own.
    }
  }

  #value(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') return this.#scrub(value);
    if (depth > MAX_DEPTH || value === null || typeof value !== 'object')
      return value;
    if (Array.isArray(value))
      return value.map(inner => this.#value(inner, depth + 1));
    const proto = Object.getPrototypeOf(value);
    if (proto !== Object.prototype && proto !== null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        this.#scrub(key),
        this.#value(inner, depth + 1),
      ]),
    );
  }
}
