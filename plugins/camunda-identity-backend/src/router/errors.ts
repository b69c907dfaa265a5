import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import { asUnavailable } from '../store/database/unavailable';
import { PayloadTooLargeError, TooManyRequestsError } from '../input/errors';

/** Maximum size of a body. */
export const BODY_LIMIT_KIB = 256;

/** Rewords errors of body-parser, Express and an unavailable database; returns all others as they are. */
function inOurWords(error: any): unknown {
  if (error?.type === 'entity.too.large')
    return new PayloadTooLargeError(
      `The body is larger than ${BODY_LIMIT_KIB} KiB`,
    );
  if (error?.type === 'entity.parse.failed')
    return new InputError('body: is not valid JSON');
  // body-parser: an encoding or character set that it does not support, or a body that does not match them.
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

/** Error classes for which Backstage has a status; anything else is an internal fault. */
const NAMED = new Set([
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'ServiceUnavailableError',
]);

/** True for an error that is meant for the caller. */
function isMeant(error: unknown): boolean {
  const { name } = error as { name?: unknown };
  return NAMED.has(String(name)) || 'statusCode' in (error as object);
}

/**
 * Hides the message of an internal fault, which may quote the database or the request.
 *
 * @returns an error for the caller with an id under which the log has the original
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

/** Error middleware; comes before Backstage's own. */
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
