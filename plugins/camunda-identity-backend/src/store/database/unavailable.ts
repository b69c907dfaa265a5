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
  // Locks that were not to be had: lock_not_available, deadlock, serialization failure, a statement ended.
  '55P03',
  '40P01',
  '40001',
  '57014',
  // SQLite has one writer at a time, and cannot write where the disk is full or gone.
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
]);

/** Where a code is lost: Backstage's errors keep the text of what caused them only. */
const MESSAGES = [
  'Timeout acquiring a connection',
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'exceeded when running query',
  'database is locked',
  'database table is locked',
];

/** Errors wrap one another; of a circle there is an end. */
const MAX_DEPTH = 8;

function isUnavailable(error: unknown, depth = 0): boolean {
  if (!error || typeof error !== 'object' || depth > MAX_DEPTH) return false;
  const { code, message, cause, errors } = error as {
    code?: unknown;
    message?: unknown;
    cause?: unknown;
    errors?: unknown;
  };
  const text = String(message);
  return (
    // SQLite has codes within codes: SQLITE_BUSY_SNAPSHOT.
    (typeof code === 'string' &&
      (CODES.has(code) || CODES.has(code.split('_').slice(0, 2).join('_')))) ||
    MESSAGES.some(part => text.includes(part)) ||
    isUnavailable(cause, depth + 1) ||
    (Array.isArray(errors) &&
      errors.some(inner => isUnavailable(inner, depth + 1)))
  );
}

/**
 * An error of a database that is not there, or is locked, as an answer that says so and names neither host nor query.
 *
 * @returns undefined for any other error
 */
export function asUnavailable(
  error: unknown,
): ServiceUnavailableError | undefined {
  return isUnavailable(error)
    ? new ServiceUnavailableError(
        'The database does not answer; try again in a moment',
      )
    : undefined;
}
