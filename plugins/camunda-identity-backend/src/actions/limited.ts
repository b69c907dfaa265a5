import { ConflictError } from '@backstage/errors';
import { TooManyRequestsError } from '../input/errors';

/**
 * Tools do not see a status code: that it was too often, and how long to wait, has to be in an error that they
 * are shown as an answer.
 *
 * @throws ConflictError in the place of TooManyRequestsError
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
