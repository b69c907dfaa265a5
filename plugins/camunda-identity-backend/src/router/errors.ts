import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import { asUnavailable } from '../store/database/unavailable';
import { PayloadTooLargeError, TooManyRequestsError } from '../input/errors';

/** Largest body of a call. */
export const BODY_LIMIT_KIB = 256;

/** What body-parser, Express and a database that is gone throw, in this API's words; all else as it is. */
function inOurWords(error: any): unknown {
  if (error?.type === 'entity.too.large')
    return new PayloadTooLargeError(
      `The body is larger than ${BODY_LIMIT_KIB} KiB`,
    );
  if (error?.type === 'entity.parse.failed')
    return new InputError('body: is not valid JSON');
  // body-parser: an encoding or character set that it does not read, or a body that is not what they say.
  if (
    error?.status === 415 ||
    (typeof error?.type === 'string' && error.status === 400) ||
    ['Z_DATA_ERROR', 'Z_BUF_ERROR'].includes(error?.code)
  )
    return new InputError(
      'body: has an encoding or character set that is not read here, or is not what its headers say',
    );
  if (error instanceof URIError)
    return new InputError('path: is not properly percent-encoded');
  return asUnavailable(error) ?? error;
}

/** Classes that Backstage answers with a status of their own; anything else is a fault in here. */
const NAMED = new Set([
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'ServiceUnavailableError',
]);

/** True for an error that was made to be read by whoever called. */
function isMeant(error: unknown): boolean {
  const { name } = error as { name?: unknown };
  return NAMED.has(String(name)) || 'statusCode' in (error as object);
}

/**
 * A fault in here, told without what it says: it may quote the database, or what somebody has sent.
 *
 * @returns an error for the caller; the log has the other one under the same number
 */
function asFault(error: Error, logger: LoggerService): Error {
  const logId = randomUUID();
  logger.error(`A request failed (${logId})`, error);
  const fault = new Error(
    `An unexpected error occurred; the log has it under ${logId}`,
  );
  fault.name = 'InternalServerError';
  return fault;
}

/** Before Backstage's own error middleware. */
export function errorsInOurWords(logger: LoggerService): ErrorRequestHandler {
  return (error, _req, res, next) => {
    const ours = inOurWords(error);
    if (TooManyRequestsError.prototype.isPrototypeOf(ours as object))
      res.set('Retry-After', String((ours as TooManyRequestsError).retryAfter));
    const made = toError(ours);
    next(isMeant(made) ? made : asFault(made, logger));
  };
}

/** An error as the body of an event, since an answer that has begun cannot change its status any more. */
export function errorEvent(error: unknown, logger: LoggerService) {
  const ours = toError(inOurWords(error));
  const { name, message } = isMeant(ours) ? ours : asFault(ours, logger);
  return { error: { name, message } };
}
