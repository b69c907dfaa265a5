const MAX_COOKIES = 50;
const MAX_LENGTH = 4096;

/**
 * Cookies of one probe: a provider that tests whether a browser keeps cookies would otherwise redirect forever.
 */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** Keeps what an answer sets; attributes do not matter for the duration of a probe. */
  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (
        at > 0 &&
        pair.length <= MAX_LENGTH &&
        this.#cookies.size < MAX_COOKIES
      )
        this.#cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
    }
  }

  /** The Cookie header to send; empty if there are no cookies. */
  headers(): Record<string, string> {
    if (this.#cookies.size === 0) return {};
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`);
    return { Cookie: pairs.join('; ') };
  }
}
