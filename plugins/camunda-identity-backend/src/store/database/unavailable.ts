import { ServiceUnavailableError } from '@backstage/errors';

/** What pg, knex and Node say when there is no connection to be had. */
const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  // PostgreSQL class 57P: it shuts down, crashed or starts (Appendix A of its manual).
  '57P01',
  '57P02',
  '57P03',
  // Too many connections.
  '53300',
]);

const MESSAGES =
  /Timeout acquiring a connection|Connection terminated|timeout exceeded when trying to connect/;

/**
 * An error of a database that is not there, as an answer that says so and names neither host nor query.
 *
 * @returns undefined for any other error
 */
export function asUnavailable(
  error: unknown,
): ServiceUnavailableError | undefined {
  const { code, message } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
  };
  return CODES.has(String(code)) || MESSAGES.test(String(message))
    ? new ServiceUnavailableError(
        'The database does not answer; try again in a moment',
      )
    : undefined;
}
