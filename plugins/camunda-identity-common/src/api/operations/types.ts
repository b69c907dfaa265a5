import type { z } from 'zod';

/**
 * The answer of an operation: a named schema, and the type that stands for it in TypeScript.
 *
 * @public
 */
export interface Answer<T> {
  /** Among the document's schemas. */
  name: string;
  /** Only of the compiler's concern: nothing is ever here. */
  readonly type?: T;
}

/** @param name - of the schema in `../openapi/answers` */
export function answer<T>(name: string): Answer<T> {
  return { name };
}

/**
 * The parts of the API, and what each is about.
 *
 * @public
 */
export const TAGS = {
  Connections: 'Records of how a Camunda is connected to its OpenID provider',
  Configuration:
    'Configuration files: written from a record, compared with it, upgraded',
  'Provider set-up': 'What has to exist at the provider: steps and files',
  Checks: 'Checks of the provider, and their reports',
  'Login tests':
    'Real sign-ins through this portal, to see what the tokens hold',
  'Initial claim': 'The life cycle of the first administrator’s claim',
  Secrets: 'Stored client secrets; they go in and never come out',
  Facts: 'What Camunda documents',
};

/**
 * What an operation takes and answers, beside its route.
 *
 * @public
 */
export interface Operation {
  tag: keyof typeof TAGS;
  summary: string;
  description: string;
  /** Schemas of path parameters; text by default. */
  params?: Record<string, z.ZodType>;
  /** Of the query; the schema that validates it. */
  query?: z.ZodObject;
  body?: {
    /** Among the document's schemas. */
    name: string;
    schema: z.ZodType;
    required?: boolean;
    mediaTypes?: string[];
    /** A JSON merge patch of what the schema describes. */
    isMergePatch?: boolean;
  };
  /** None for 204. */
  answer?: Answer<unknown>;
  /** Other forms of the answer, by media type. */
  alternatives?: Record<string, string>;
  /** Failures besides those of every operation: 400, 401 and 503. */
  failures?: ReadonlyArray<403 | 404 | 409 | 412 | 413 | 428 | 429>;
}

/**
 * What an installation adds: names of its own.
 *
 * @public
 */
export interface OperationOptions {
  /** Names of the Microsoft clouds that this installation knows. */
  clouds?: readonly string[];
}
