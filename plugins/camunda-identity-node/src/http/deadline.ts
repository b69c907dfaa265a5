/**
 * Runs something until a signal is aborted. The promise is then rejected at once, whatever `run` is waiting
 * for.
 *
 * @throws the reason of `signal`
 */
export async function untilAborted<T>(
  signal: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  let onAbort = () => {};
  const over = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
  });
  // Registered before `run` listens, so that this rejection wins the race.
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([over, run(signal)]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/**
 * Runs something for a limited time. When the time is over, or `signal` is aborted, the promise is
 * rejected at once, whatever `run` is waiting for.
 *
 * @param ms - milliseconds
 * @param message - of the error when the time is over
 * @throws a DOMException named TimeoutError, or the reason of `signal`
 * @public
 */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal | null | undefined,
  run: (signal: AbortSignal) => Promise<T>,
  message = 'The time is over',
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException(message, 'TimeoutError')),
    ms,
  );
  const onAbort = () => controller.abort(signal!.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await untilAborted(controller.signal, run);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
