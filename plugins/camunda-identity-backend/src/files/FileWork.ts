import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Worker } from 'node:worker_threads';
import { TooManyRequestsError } from '../input/errors';
import {
  startFileWorker,
  type FileJobMessage,
  type FileWorkerMessage,
} from './fileWorker';
import type { FileJob, FileJobInput, FileJobResult } from './jobs';

/** Limits for work on files. */
export interface FileWorkLimits {
  /** Milliseconds for a job. */
  timeMs: number;
  /** MiB of JavaScript heap for a job. */
  memoryMib: number;
  /** Worker threads, that is, concurrent jobs. */
  workers: number;
  /** Running and queued jobs per user. */
  perUser: number;
  /** Queued jobs of all users. */
  waiting: number;
  /** Milliseconds until an idle worker is ended. */
  idleMs: number;
  /** Milliseconds for a worker to start. */
  startMs: number;
}

export const DEFAULT_FILE_WORK_LIMITS: FileWorkLimits = {
  timeMs: 2_000,
  memoryMib: 128,
  workers: 2,
  perUser: 2,
  waiting: 50,
  idleMs: 60_000,
  startMs: 30_000,
};

interface Waiting {
  user: string;
  message: FileJobMessage;
  settle(result: FileJobResult | Error): void;
}

/** A worker thread, from its start to its end. */
interface Hand {
  worker: Worker;
  ready: boolean;
  doing?: Waiting;
  timer?: NodeJS.Timeout;
}

/**
 * Works on files from outside in worker threads with limits of time and memory: whatever a file makes a reader
 * do, others are not affected.
 */
export class FileWork {
  readonly #limits: FileWorkLimits;
  readonly #logger: LoggerService;
  readonly #startWorker: typeof startFileWorker;
  readonly #hands = new Set<Hand>();
  readonly #waiting: Waiting[] = [];
  /** Running and queued jobs, by user. */
  readonly #jobs = new Map<string, number>();
  #closed = false;

  constructor(options: {
    logger: LoggerService;
    limits?: Partial<FileWorkLimits>;
    /** Starts a worker with the protocol of {@link startFileWorker}. */
    startWorker?: typeof startFileWorker;
  }) {
    this.#startWorker = options.startWorker ?? startFileWorker;
    this.#logger = options.logger;
    this.#limits = { ...DEFAULT_FILE_WORK_LIMITS, ...options.limits };
  }

  /** Living worker threads. */
  get size(): number {
    return this.#hands.size;
  }

  /**
   * Runs a job.
   *
   * @param user - on whose behalf
   * @returns its result as JSON
   * @throws InputError for a file that cannot be read, or not within the limits; TooManyRequestsError if the user has too many under way; ServiceUnavailableError
   */
  async run<J extends FileJob>(
    user: string,
    job: J,
    ...input: FileJobInput<J>
  ): Promise<string> {
    const { perUser, waiting } = this.#limits;
    const others = this.#jobs.get(user) ?? 0;
    if (others >= perUser)
      throw new TooManyRequestsError(
        `${perUser} files of yours are being worked on; try again when they are done`,
        1,
      );
    if (this.#closed || this.#waiting.length >= waiting)
      throw new ServiceUnavailableError(
        'Too many files are being worked on; try again in a moment',
      );
    this.#jobs.set(user, others + 1);
    try {
      const result = await new Promise<FileJobResult>((resolve, reject) => {
        this.#waiting.push({
          user,
          message: { job, input } as FileJobMessage,
          settle: outcome =>
            outcome instanceof Error ? reject(outcome) : resolve(outcome),
        });
        this.#next();
      });
      if ('input' in result) throw new InputError(result.input);
      if ('fault' in result) throw new Error(`${job} failed: ${result.fault}`);
      return result.json;
    } finally {
      const left = this.#jobs.get(user)! - 1;
      if (left > 0) this.#jobs.set(user, left);
      else this.#jobs.delete(user);
    }
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    this.#closed = true;
    const gone = new ServiceUnavailableError('The portal is shutting down');
    for (const entry of this.#waiting.splice(0)) entry.settle(gone);
    await Promise.all([...this.#hands].map(hand => this.#end(hand, gone)));
  }

  /**
   * Assigns queued jobs to idle workers. `perUser` keeps the queue fair, since it holds only a few jobs of each
   * user.
   */
  #next(): void {
    while (this.#waiting.length > 0) {
      const free = [...this.#hands].find(hand => hand.ready && !hand.doing);
      if (!free) {
        const starting = [...this.#hands].filter(hand => !hand.ready).length;
        if (
          starting < this.#waiting.length &&
          this.#hands.size < this.#limits.workers
        )
          this.#start();
        return;
      }
      this.#give(free, this.#waiting.shift()!);
    }
  }

  #start(): void {
    const { memoryMib, startMs } = this.#limits;
    const hand: Hand = {
      worker: this.#startWorker({ maxOldGenerationSizeMb: memoryMib }),
      ready: false,
    };
    this.#hands.add(hand);
    // The waiting request keeps the process alive, if anything has to.
    hand.worker.unref();
    this.#after(hand, startMs, () => this.#failed(hand, 'it did not start'));
    hand.worker.on('message', (message: FileWorkerMessage) => {
      if (message === 'ready') hand.ready = true;
      else {
        const done = hand.doing;
        hand.doing = undefined;
        done?.settle(message);
      }
      this.#after(hand, this.#limits.idleMs, () => void this.#end(hand));
      this.#next();
    });
    hand.worker.on('error', error =>
      hand.doing &&
      (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? this.#over(hand, `${memoryMib} MiB of memory`)
        : this.#failed(hand, error.name),
    );
    hand.worker.on('exit', () => {
      if (this.#hands.has(hand)) this.#failed(hand, 'it ended');
    });
  }

  #give(hand: Hand, entry: Waiting): void {
    const { timeMs } = this.#limits;
    hand.doing = entry;
    this.#after(hand, timeMs, () => this.#over(hand, `${timeMs / 1000} s`));
    hand.worker.postMessage(entry.message);
  }

  #after(hand: Hand, ms: number, then: () => void): void {
    clearTimeout(hand.timer);
    hand.timer = setTimeout(then, ms);
    hand.timer.unref();
  }

  /** A file exceeded a limit. */
  #over(hand: Hand, limit: string): void {
    this.#replace(
      hand,
      new InputError(
        `content: takes more than ${limit} to be worked on; no configuration of Camunda does. Send a smaller part of it`,
      ),
    );
  }

  #failed(hand: Hand, reason: string): void {
    this.#logger.error(`A worker for files failed: ${reason}`);
    const error = new ServiceUnavailableError(
      'The file could not be worked on just now; try again in a moment',
    );
    // Jobs must not wait forever for a worker that never starts.
    if (!hand.ready)
      for (const entry of this.#waiting.splice(0)) entry.settle(error);
    this.#replace(hand, error);
  }

  #replace(hand: Hand, reason: Error): void {
    void this.#end(hand, reason);
    this.#next();
    // Started ahead, so that the next job does not wait for it.
    if (!this.#closed && hand.ready && this.#hands.size === 0) this.#start();
  }

  async #end(hand: Hand, reason?: Error): Promise<void> {
    if (!this.#hands.delete(hand)) return;
    clearTimeout(hand.timer);
    if (reason) hand.doing?.settle(reason);
    await hand.worker.terminate();
  }
}
