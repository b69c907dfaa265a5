import type {
  lookup as systemLookup,
  LookupAddress,
  LookupOptions,
} from 'node:dns';

/** Node asks the system for names in four threads, which files and compression need too. */
const MAX_UNKNOWN_AT_ONCE = 2;

/** Names of which it is kept that they resolve. */
const MAX_KNOWN = 1_000;

/** How long a name counts as one that resolves, in milliseconds. */
const KNOWN_MS = 10 * 60_000;

/**
 * Resolves names so that those that take long, or never resolve, hold up nobody else: the same name is asked
 * once for all who want it at the time, and names that are not known to resolve wait for each other.
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

  /** @throws what the system says of a name that does not resolve */
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

  /** The place goes on to who waits. */
  #release() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
