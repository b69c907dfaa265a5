/** Calls back after a number of milliseconds; time for which it is paused does not count. */
export class Countdown {
  #left: number;
  readonly #done: () => void;
  #timer?: NodeJS.Timeout;
  #startedAt = 0;
  #closed = false;

  constructor(ms: number, done: () => void) {
    this.#left = ms;
    this.#done = done;
  }

  start(): void {
    if (this.#closed || this.#timer) return;
    this.#startedAt = performance.now();
    this.#timer = setTimeout(this.#done, Math.max(0, this.#left));
  }

  stop(): void {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#left -= performance.now() - this.#startedAt;
  }

  close(): void {
    this.stop();
    this.#closed = true;
  }
}
