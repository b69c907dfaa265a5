import { InputError } from '@backstage/errors';
import type { Request, RequestHandler } from 'express';
import {
  problemMessage,
  readInput,
} from 'backstage-plugin-camunda-identity-common';
import type { z } from 'zod';

/** Media types of bodies that this API accepts. */
export const BODY_TYPES = ['application/json', 'application/merge-patch+json'];

/** A media type that is safe to repeat; a header may contain anything. */
function mediaTypeOf(header: string): string {
  const [type] = header.split(';', 1);
  return /^[\w.+-]{1,50}\/[\w.+-]{1,50}$/.test(type) ? `"${type}"` : 'another';
}

/**
 * Refuses a body of another media type, which would otherwise be ignored.
 *
 * @throws InputError
 */
export const requireJson: RequestHandler = (req, _res, next) => {
  // A POST without a body has a length of 0 and no type.
  if (req.headers['content-length'] === '0' || req.is(BODY_TYPES) !== false)
    return next();
  const given = req.headers['content-type'];
  throw new InputError(
    `body: expected ${BODY_TYPES.join(' or ')}, not ${
      given ? mediaTypeOf(given) : 'a body without Content-Type'
    }`,
  );
};

/**
 * Refuses JSON that is not an object, such as `null` and `"x"`, for every call alike.
 *
 * @throws InputError
 */
export const requireObject: RequestHandler = (req, _res, next) => {
  if (req.body === undefined || isObject(req.body)) return next();
  throw new InputError(`body: expected a JSON object, not ${kindOf(req.body)}`);
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

/** @throws InputError with every problem */
export function parseBody<T extends z.ZodType>(
  schema: T,
  req: Request,
): z.output<T> {
  if (req.body === undefined || !isObject(req.body))
    throw new InputError(
      'body: expected a JSON object; send it with Content-Type: application/json',
    );
  return parse(schema, req.body);
}

/** As {@link parseBody}, for a call whose body is optional. */
export function parseOptionalBody<T extends z.ZodType>(
  schema: T,
  req: Request,
): z.output<T> {
  const empty =
    req.body === undefined ||
    (isObject(req.body) && Object.keys(req.body).length === 0);
  return empty && !req.headers['content-type']
    ? parse(schema, {})
    : parseBody(schema, req);
}

/** @throws InputError with every problem */
export function parseQuery<T extends z.ZodType>(
  schema: T,
  req: Request,
): z.output<T> {
  return parse(schema, req.query, 'query');
}

/**
 * @param whole - what messages call the value, since only an HTTP call has a body
 * @throws InputError with every problem
 */
export function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  whole = 'body',
): z.output<T> {
  const result = readInput(schema, value);
  if (!result.success)
    throw new InputError(problemMessage(result.error, whole));
  return result.data;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The header `If-Match` as sent; undefined if absent or empty. */
export function ifMatch(req: Request): string | undefined {
  return req.headers['if-match']?.trim() || undefined;
}
