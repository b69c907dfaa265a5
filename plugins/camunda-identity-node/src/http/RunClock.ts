import { Countdown } from './Countdown';
import { GuardedRequestError } from './errors';

/**
 * The time of a run, which counts what the provider takes and not what is spent in this portal's own queue.
 * The queue has a limit of its own.
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

  /** Aborted with a TimeoutError when the provider has had its time. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Aborted, with what to throw, when a request of this run is not to wait any longer. */
  get queueOver(): AbortSignal {
    return this.#queueOver.signal;
  }

  /** Waits for a place in a queue, off the provider's time. */
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

  /** Lets go of its timers. */
  close(): void {
    this.#run.close();
    this.#queue.close();
  }
}
