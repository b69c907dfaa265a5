import type { z } from 'zod';

/**
 * One call of the API, as the OpenAPI document describes it.
 *
 * @public
 */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it, below the mount point: `/v1/connections/:id`. */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  /** Of the query; the schema that validates it. */
  query?: z.ZodObject;
  /** Further schemas of path parameters; text by default. */
  params?: Record<string, z.ZodType>;
  ifMatch?: boolean;
  body?: {
    schema: z.ZodType;
    required?: boolean;
    mediaTypes?: string[];
    /** A JSON merge patch of what the schema describes. */
    isMergePatch?: boolean;
  };
  /** Name of the answer among the document's schemas; none for 204. */
  answer?: string;
  status: 200 | 201 | 204;
  /** The answer has an `ETag`. */
  etag?: boolean;
  /** Other forms of the answer, by media type. */
  alternatives?: Record<string, string>;
  /** Failures besides those of every call: 400, 401 and 503. */
  failures?: Array<403 | 404 | 409 | 412 | 413 | 428 | 429>;
}

/**
 * What an installation adds: names of its own.
 *
 * @public
 */
export interface OpenApiOptions {
  /** Names of the Microsoft clouds that this installation knows. */
  clouds?: readonly string[];
}
