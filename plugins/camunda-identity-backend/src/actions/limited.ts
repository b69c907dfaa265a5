import { ConflictError } from '@backstage/errors';
import { TooManyRequestsError } from '../input/errors';

/**
 * Tools do not see status codes, so the error message must say that the limit was reached and how long to wait.
 *
 * @throws ConflictError instead of TooManyRequestsError
 */
export async function toldWhenToRetry<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof TooManyRequestsError)) throw error;
    throw new ConflictError(
      `${error.message}. Wait ${error.retryAfter} seconds and call again`,
    );
  }
}
