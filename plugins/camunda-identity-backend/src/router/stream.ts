import type { Request, Response } from 'express';

const KEEP_ALIVE_MS = 10_000;

/** True if the caller prefers an event stream to JSON (RFC 9110 section 12.5.1). */
export function wantsStream(req: Request): boolean {
  return (
    req.accepts(['application/json', 'text/event-stream']) ===
    'text/event-stream'
  );
}

/** A signal that is aborted when the caller disconnects before the answer. */
export function closeSignal(res: Response): AbortSignal {
  const controller = new AbortController();
  res.on('close', () => {
    if (!res.writableFinished)
      controller.abort(new Error('The caller closed the connection'));
  });
  return controller.signal;
}

/**
 * Server-sent events. Nothing is sent before the first event, so that an earlier error becomes a regular
 * response.
 */
export class EventStream {
  readonly #res: Response;
  readonly #status: number;
  #keepAlive?: NodeJS.Timeout;

  /** @param status - the same as for the plain report */
  constructor(res: Response, status: number) {
    this.#res = res;
    this.#status = status;
  }

  get started(): boolean {
    return this.#res.headersSent;
  }

  send(event: 'plan' | 'finding' | 'report' | 'error', data: unknown) {
    if (this.#res.destroyed) return;
    if (!this.started) this.#start();
    // JSON has no raw line breaks, so one data line is enough.
    this.#res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end() {
    clearInterval(this.#keepAlive);
    this.#res.end();
  }

  #start() {
    this.#res.status(this.#status).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      // "no-transform" prevents compression from delaying events.
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
