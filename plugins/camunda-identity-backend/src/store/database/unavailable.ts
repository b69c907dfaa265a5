import { ServiceUnavailableError } from '@backstage/errors';

/** Codes of pg, knex and Node when no connection is available. */
const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  // PostgreSQL class 57P: it is shutting down, has crashed or is starting (Appendix A of its manual).
  '57P01',
  '57P02',
  '57P03',
  // Too many connections.
  '53300',
  // Locks that were not available: lock_not_available, deadlock, serialization failure, cancelled statement.
  '55P03',
  '40P01',
  '40001',
  '57014',
  // SQLite has one writer at a time, and cannot write if the disk is full or gone.
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
]);

/** For lost codes: Backstage's errors keep only the text of their cause. */
const MESSAGES = [
  'Timeout acquiring a connection',
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'exceeded when running query',
  'database is locked',
  'database table is locked',
];

/** Limit for nested causes, which may be circular. */
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
    // SQLite has extended codes such as SQLITE_BUSY_SNAPSHOT.
    (typeof code === 'string' &&
      (CODES.has(code) || CODES.has(code.split('_').slice(0, 2).join('_')))) ||
    MESSAGES.some(part => text.includes(part)) ||
    isUnavailable(cause, depth + 1) ||
    (Array.isArray(errors) &&
      errors.some(inner => isUnavailable(inner, depth + 1)))
  );
}

/**
 * Converts an error of an unavailable or locked database to an answer that says so without naming host or
 * query.
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
