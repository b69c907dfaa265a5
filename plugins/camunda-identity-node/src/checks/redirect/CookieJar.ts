const MAX_COOKIES = 50;
const MAX_LENGTH = 4096;

/** Cookies of one probe: a provider that looks whether a browser keeps them would redirect for ever. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** Keeps what an answer sets; attributes do not matter for the moments that a probe takes. */
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

  /** The header to send, empty where there is none. */
  headers(): Record<string, string> {
    if (this.#cookies.size === 0) return {};
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`);
    return { Cookie: pairs.join('; ') };
  }
}
