import { Countdown } from './Countdown';
import { GuardedRequestError } from './errors';

/**
 * The time of a run. It counts only the provider's time, not that in this portal's own queue, which has a limit
 * of its own.
 *
 * @public
 */
export class RunClock {
  readonly #over = new AbortController();
  readonly #queueOver = new AbortController();
  readonly #run: Countdown;
  readonly #queue: Countdown;
  #waiting = 0;

  /**
   * @param runMs - milliseconds for the provider
   * @param queueMs - milliseconds in the queue, all requests of the run together
   */
  constructor(runMs: number, queueMs: number) {
    this.#run = new Countdown(runMs, () =>
      this.#over.abort(new DOMException('The time is over', 'TimeoutError')),
    );
    this.#queue = new Countdown(queueMs, () =>
      this.#queueOver.abort(
        new GuardedRequestError(
          'transport.not-asked',
          'This portal is asking this provider too much at the moment, so that the request waited in vain',
        ),
      ),
    );
    this.#run.start();
  }

  /** Aborted with a TimeoutError when the provider's time is up. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Aborted, with the error to throw, when requests of this run must not wait any longer. */
  get queueOver(): AbortSignal {
    return this.#queueOver.signal;
  }

  /** Waits for a place in a queue; the provider's time is paused. */
  async wait<T>(place: Promise<T>): Promise<T> {
    this.#waiting += 1;
    if (this.#waiting === 1) {
      this.#run.stop();
      this.#queue.start();
    }
    try {
      return await place;
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) {
        this.#queue.stop();
        this.#run.start();
      }
    }
  }

  /** Clears its timers. */
  close(): void {
    this.#run.close();
    this.#queue.close();
  }
}
