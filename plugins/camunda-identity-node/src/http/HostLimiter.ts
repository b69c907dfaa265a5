/** On whose behalf a request is made; the slots of a host are shared fairly. @public */
export interface Turn {
  /** Who makes it: the entity reference of a user, the subject of a service, or `schedule`. */
  user: string;
  /** What it is for: the id of a record, or `draft`. */
  record: string;
}

interface Place {
  turn: Turn;
  go(): void;
}

interface Host {
  /** Running requests, by user and by user and record. */
  active: Map<string, number>;
  total: number;
  /** In the order in which they came. */
  waiting: Place[];
  /** When a user, or a record of a user, last got a slot; counts up. */
  served: Map<string, number>;
  count: number;
}

/** Far more than there are slots; whoever is forgotten has waited longest and comes first anyway. */
const MAX_SERVED = 1_000;

const NOBODY: Turn = { user: '', record: '' };

const keysOf = ({ user, record }: Turn) => [user, `${user} ${record}`];

/**
 * Limits the number of concurrent requests to a host and queues the others. The next slot goes to the user with
 * the fewest running requests, and among that user's records to the one with the fewest, so that nobody has to
 * wait for everything that somebody else has started.
 */
export class HostLimiter {
  readonly #max: number;
  readonly #hosts = new Map<string, Host>();

  constructor(maxPerHost: number) {
    this.#max = maxPerHost;
  }

  /** Hosts with a request that runs or waits. */
  get size(): number {
    return this.#hosts.size;
  }

  /**
   * @param name - of the host, with its port
   * @param signal - removes the request from the queue
   * @returns a function to call, once, when the request is over; a promise of it where there is a queue
   * @throws the reason of `signal` when it is aborted while waiting
   */
  acquire(
    name: string,
    turn: Turn = NOBODY,
    signal?: AbortSignal | null,
  ): (() => void) | Promise<() => void> {
    signal?.throwIfAborted();
    const host = this.#hosts.get(name) ?? {
      active: new Map(),
      total: 0,
      waiting: [],
      served: new Map(),
      count: 0,
    };
    this.#hosts.set(name, host);
    const release = () => this.#release(name, host, turn);
    if (host.total < this.#max) {
      this.#take(host, turn);
      return release;
    }
    return this.#turn(host, turn, signal).then(() => release);
  }

  #turn(host: Host, turn: Turn, signal?: AbortSignal | null): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const place: Place = { turn, go: resolve };
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

  #take(host: Host, turn: Turn): void {
    host.total += 1;
    host.count += 1;
    for (const key of keysOf(turn)) {
      host.active.set(key, (host.active.get(key) ?? 0) + 1);
      host.served.delete(key);
      host.served.set(key, host.count);
    }
    for (const key of host.served.keys()) {
      if (host.served.size <= MAX_SERVED) break;
      host.served.delete(key);
    }
  }

  #release(name: string, host: Host, turn: Turn): void {
    host.total -= 1;
    for (const key of keysOf(turn)) {
      const left = host.active.get(key)! - 1;
      if (left > 0) host.active.set(key, left);
      else host.active.delete(key);
    }
    const next = this.#next(host);
    if (next) {
      this.#take(host, next.turn);
      next.go();
    } else if (host.total === 0) this.#hosts.delete(name);
  }

  #next(host: Host): Place | undefined {
    let best = -1;
    let least: number[] = [];
    host.waiting.forEach(({ turn }, index) => {
      const [user, record] = keysOf(turn);
      const order = [
        host.active.get(user) ?? 0,
        host.served.get(user) ?? 0,
        host.active.get(record) ?? 0,
        host.served.get(record) ?? 0,
      ];
      const differs = order.findIndex((value, n) => value !== least[n]);
      if (best < 0 || (differs >= 0 && order[differs] < least[differs])) {
        best = index;
        least = order;
      }
    });
    return best < 0 ? undefined : host.waiting.splice(best, 1)[0];
  }
}
