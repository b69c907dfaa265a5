import { types } from 'node:util';
import type { Finding } from 'backstage-plugin-camunda-identity-common';
import {
  secretScrubber,
  WITHHELD,
} from 'backstage-plugin-camunda-identity-node';

/** True for errors of other realms too, which native modules and worker contexts throw. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}

/** True if masking changed nothing. */
function isAlike(clean: unknown, value: unknown): boolean {
  return clean === value || JSON.stringify(clean) === JSON.stringify(value);
}

/** Depth to which causes and properties of an error are masked. */
const MAX_DEPTH = 6;

/** Removes secrets from texts, values, errors and findings, in every encoding in which they may come back. */
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
   * Masks every text value. Keys are the product's own vocabulary and stay, so that a secret that equals one
   * does not break an answer.
   */
  value<T>(value: T): T {
    return this.#value(value) as T;
  }

  /** Masks everything except code, result and subject, which are the product's own vocabulary. */
  finding({ code, result, subject, ...rest }: Finding): Finding {
    return { code, result, subject, ...this.value(rest) };
  }

  /** Masks an error in place, since callers expect this very object. */
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
        // A value that cannot be inspected is withheld.
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
      // A read-only property belongs to an error of the platform, which has fixed texts.
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
