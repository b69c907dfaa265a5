/**
 * Runs something for a limited time. When the time is over, or `signal` is aborted, the promise is
 * rejected at once, whatever `run` is waiting for.
 *
 * @param ms - milliseconds
 * @throws a DOMException named TimeoutError, or the reason of `signal`
 */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal | null | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let giveUp: (reason: unknown) => void = () => {};
  const over = new Promise<never>((_, reject) => {
    giveUp = reason => {
      // First, so that the race is decided by this and not by what the abort makes of `run`.
      reject(reason);
      controller.abort(reason);
    };
  });
  const timer = setTimeout(
    () => giveUp(new DOMException('The time is over', 'TimeoutError')),
    ms,
  );
  const onAbort = () => giveUp(signal!.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([over, run(controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
