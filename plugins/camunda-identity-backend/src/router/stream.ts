import type { Request, Response } from 'express';

const KEEP_ALIVE_MS = 10_000;

/** True when the caller asked for an event stream. */
export function wantsStream(req: Request): boolean {
  return req.headers.accept?.includes('text/event-stream') ?? false;
}

/** A signal that is aborted when the caller goes away before the answer. */
export function closeSignal(res: Response): AbortSignal {
  const controller = new AbortController();
  res.on('close', () => {
    if (!res.writableFinished)
      controller.abort(new Error('The caller closed the connection'));
  });
  return controller.signal;
}

/**
 * Server-sent events. Nothing is sent before the first event, so that an error before it is an ordinary
 * answer.
 */
export class EventStream {
  readonly #res: Response;
  #keepAlive?: NodeJS.Timeout;

  constructor(res: Response) {
    this.#res = res;
  }

  get started(): boolean {
    return this.#res.headersSent;
  }

  send(event: 'plan' | 'finding' | 'report' | 'error', data: unknown) {
    if (this.#res.destroyed) return;
    if (!this.started) this.#start();
    // JSON has no raw line breaks, so one data line holds it.
    this.#res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end() {
    clearInterval(this.#keepAlive);
    this.#res.end();
  }

  #start() {
    this.#res.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      // "no-transform" keeps compression from holding events back.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    });
    this.#res.flushHeaders();
    this.#keepAlive = setInterval(
      () => this.#res.write(': still running\n\n'),
      KEEP_ALIVE_MS,
    );
    this.#res.on('close', () => clearInterval(this.#keepAlive));
  }
}
