import { types } from 'node:util';
import type { Finding } from 'backstage-plugin-camunda-identity-common';
import {
  secretScrubber,
  WITHHELD,
} from 'backstage-plugin-camunda-identity-node';

/** Also one of another realm, as native modules and worker contexts throw them. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}

/** True where masking has changed nothing. */
function isAlike(clean: unknown, value: unknown): boolean {
  return clean === value || JSON.stringify(clean) === JSON.stringify(value);
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

  /**
   * Every text that is a value within. Keys are the product's own words, and stay: a secret that is one of them
   * must not take an answer apart.
   */
  value<T>(value: T): T {
    return this.#value(value) as T;
  }

  /** All but what a finding is about: code, result and subject are the product's own words. */
  finding({ code, result, subject, ...rest }: Finding): Finding {
    return { code, result, subject, ...this.value(rest) };
  }

  /** In place: whoever threw it is waiting for this very error. */
  error(error: unknown, depth = 0) {
    if (!isError(error)) return;
    const fields = error as unknown as Record<string, unknown>;
    for (const key of Object.getOwnPropertyNames(error)) {
      let clean: unknown = WITHHELD;
      try {
        const inner = fields[key];
        if (isError(inner) && depth < MAX_DEPTH) {
          this.error(inner, depth + 1);
          continue;
        }
        if (Array.isArray(inner) && key === 'errors' && depth < MAX_DEPTH) {
          inner.forEach(one => this.error(one, depth + 1));
          continue;
        }
        if (typeof inner !== 'string' && typeof inner !== 'object') continue;
        if (!isError(inner)) {
          clean = this.#value(inner);
          if (isAlike(clean, inner)) continue;
        }
      } catch {
        // What cannot be looked at is withheld.
      }
      this.#replace(fields, key, clean);
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
    if (value === null || typeof value !== 'object') return value;
    if (depth > MAX_DEPTH) return WITHHELD;
    if (isError(value)) {
      this.error(value, depth + 1);
      return value;
    }
    if (Array.isArray(value))
      return value.map(inner => this.#value(inner, depth + 1));
    const proto = Object.getPrototypeOf(value);
    if (proto !== Object.prototype && proto !== null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        this.#value(inner, depth + 1),
      ]),
    );
  }
}
