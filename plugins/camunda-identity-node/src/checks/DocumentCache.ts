/**
 * Lets the runs of a sweep share the results of fetching an issuer's documents, so that ten thousand records at
 * two hundred issuers fetch two hundred discovery documents and key sets.
 *
 * @public
 */
export interface DocumentCache {
  /**
   * @param key - what is fetched: kind and address
   * @param fetch - fetches it; called once for a key, however many ask at the same time
   * @param signal - of the run that asks
   */
  once<T>(
    key: string,
    fetch: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T>;
}

class MapDocumentCache implements DocumentCache {
  readonly #entries = new Map<string, Promise<unknown>>();

  async once<T>(
    key: string,
    fetch: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    for (;;) {
      let entry = this.#entries.get(key) as Promise<T> | undefined;
      const own = !entry;
      if (!entry) {
        entry = fetch();
        this.#entries.set(key, entry);
      }
      try {
        return await entry;
      } catch (error) {
        // The run that was fetching has ended, which is no answer for the others.
        if (this.#entries.get(key) === entry) this.#entries.delete(key);
        if (own || signal.aborted) throw signal.aborted ? signal.reason : error;
      }
    }
  }
}

/**
 * A cache for one sweep. Make a new one for each: documents change.
 *
 * @public
 */
export function createDocumentCache(): DocumentCache {
  return new MapDocumentCache();
}
