import type {
  lookup as systemLookup,
  LookupAddress,
  LookupOptions,
} from 'node:dns';

/** Node resolves names in a pool of four threads, shared with file access and compression. */
const MAX_UNKNOWN_AT_ONCE = 2;

/** Maximum number of names that are remembered as resolvable. */
const MAX_KNOWN = 1_000;

/** How long a name counts as resolvable, in milliseconds. */
const KNOWN_MS = 10 * 60_000;

/**
 * Resolves names so that slow or unresolvable ones do not delay others: concurrent requests for a name share
 * one lookup, and names not known to resolve are queued.
 */
export class NameLookups {
  readonly #lookup: typeof systemLookup;
  readonly #pending = new Map<string, Promise<LookupAddress[]>>();
  readonly #known = new Map<string, number>();
  readonly #waiting: Array<() => void> = [];
  #running = 0;

  constructor(lookup: typeof systemLookup) {
    this.#lookup = lookup;
  }

  /** @throws the error of the system for a name that does not resolve */
  resolve(hostname: string, options: LookupOptions): Promise<LookupAddress[]> {
    const key = `${hostname} ${options.family ?? ''} ${options.hints ?? ''}`;
    const pending = this.#pending.get(key);
    if (pending) return pending;
    const asked = this.#ask(hostname, options).finally(() =>
      this.#pending.delete(key),
    );
    this.#pending.set(key, asked);
    return asked;
  }

  async #ask(hostname: string, options: LookupOptions) {
    const isKnown = (this.#known.get(hostname) ?? 0) > performance.now();
    if (!isKnown) await this.#place();
    try {
      const addresses = await new Promise<LookupAddress[]>((resolve, reject) =>
        this.#lookup(hostname, { ...options, all: true }, (error, found) =>
          error ? reject(error) : resolve(found as LookupAddress[]),
        ),
      );
      this.#known.delete(hostname);
      this.#known.set(hostname, performance.now() + KNOWN_MS);
      if (this.#known.size > MAX_KNOWN)
        this.#known.delete(this.#known.keys().next().value!);
      return addresses;
    } catch (error) {
      this.#known.delete(hostname);
      throw error;
    } finally {
      if (!isKnown) this.#release();
    }
  }

  async #place(): Promise<void> {
    if (this.#running >= MAX_UNKNOWN_AT_ONCE)
      await new Promise<void>(go => this.#waiting.push(go));
    else this.#running += 1;
  }

  /** Passes the slot on to the next in the queue. */
  #release() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
