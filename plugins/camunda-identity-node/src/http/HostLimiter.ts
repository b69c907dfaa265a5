interface Host {
  active: number;
  waiting: Array<{ go(): void }>;
}

/** Lets so many requests to a host run at once; the others wait their turn. */
export class HostLimiter {
  readonly #max: number;
  readonly #hosts = new Map<string, Host>();

  constructor(maxPerHost: number) {
    this.#max = maxPerHost;
  }

  /**
   * @returns a function to call, once, when the request is over
   * @throws the reason of `signal` when it is aborted while waiting
   */
  async acquire(
    name: string,
    signal?: AbortSignal | null,
  ): Promise<() => void> {
    signal?.throwIfAborted();
    const host = this.#hosts.get(name) ?? { active: 0, waiting: [] };
    this.#hosts.set(name, host);
    if (host.active < this.#max) host.active += 1;
    // Whoever is released hands its place on, so that `active` stays as it is.
    else await this.#turn(host, signal);
    return () => this.#release(name, host);
  }

  #turn(host: Host, signal?: AbortSignal | null): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const place = { go: resolve };
      const stop = () => {
        host.waiting.splice(host.waiting.indexOf(place), 1);
        reject(signal!.reason);
      };
      place.go = () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      signal?.addEventListener('abort', stop, { once: true });
      host.waiting.push(place);
    });
  }

  #release(name: string, host: Host): void {
    const next = host.waiting.shift();
    if (next) {
      next.go();
      return;
    }
    host.active -= 1;
    if (host.active === 0) this.#hosts.delete(name);
  }
}
