import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Response, Router } from 'express';
import {
  ROUTES,
  type AnswerOf,
  type Operation,
  type OperationId,
  type Operations,
  type ParamsIn,
  type ReadBodyOf,
  type ReadQueryOf,
  type Route,
} from 'backstage-plugin-camunda-identity-common/openapi';
import type { CallerResolver } from '../access/CallerResolver';
import type { Caller } from '../input/Caller';
import {
  ifMatch,
  parseBody,
  parseOptionalBody,
  parseQuery,
} from '../input/parse';

/** Operations that are declared to need no credentials. */
type OpenOperationId = {
  [K in OperationId]: (typeof ROUTES)[K] extends { open: true } ? K : never;
}[OperationId];

/** Returned by a handler that has already sent its answer. */
export const SENT = Symbol('sent');

/** A call of an operation, parsed and validated by its declaration. */
export interface OperationCall<K extends OperationId> {
  params: ParamsIn<(typeof ROUTES)[K]['path']>;
  query: ReadQueryOf<K>;
  body: ReadBodyOf<K>;
  caller: Caller;
  /** `If-Match`, if the operation supports it and it was sent. */
  condition?: string;
  req: Request;
  res: Response;
}

/** Handles a call: returns the declared answer, or sends one in another form and returns {@link SENT}. */
export type OperationHandler<K extends OperationId> = (
  call: OperationCall<K>,
) => Promise<AnswerOf<K> | typeof SENT>;

/** Registers operations by their declarations: path, input and answer. */
export class OperationRouter {
  readonly #router: Router;
  readonly #operations: Operations;
  readonly #httpAuth: HttpAuthService;
  readonly #callers: CallerResolver;

  constructor(options: {
    router: Router;
    operations: Operations;
    httpAuth: HttpAuthService;
    callers: CallerResolver;
  }) {
    this.#router = options.router;
    this.#operations = options.operations;
    this.#httpAuth = options.httpAuth;
    this.#callers = options.callers;
  }

  /**
   * Registers an operation that depends on the caller, who is resolved before anything else of the call is
   * read.
   *
   * @param readBody - replaces parsing by the declared schema alone
   */
  on<K extends OperationId>(
    id: K,
    handler: OperationHandler<K>,
    readBody?: (req: Request) => ReadBodyOf<K>,
  ) {
    const route: Route = ROUTES[id];
    const operation: Operation = this.#operations[id];
    this.#router[route.method](route.path, async (req, res) => {
      const credentials = await this.#httpAuth.credentials(req);
      const call = {
        params: req.params,
        caller: await this.#callers.resolve(credentials),
        query: operation.query ? parseQuery(operation.query, req) : {},
        condition: route.ifMatch ? ifMatch(req) : undefined,
        body: readBody ? readBody(req) : bodyOf(operation, req),
        req,
        res,
      } as unknown as OperationCall<K>;
      const answer = await handler(call);
      if (answer !== SENT) send(res, route, answer);
    });
  }

  /** Registers an operation whose answer is the same for all signed-in users and may be cached. */
  onFacts<K extends OperationId>(
    id: K,
    handler: (params: Record<string, string>) => AnswerOf<K>,
  ) {
    const route: Route = ROUTES[id];
    this.#router[route.method](route.path, async (req, res) => {
      await this.#httpAuth.credentials(req);
      res.status(route.status).json(handler(req.params));
    });
  }

  /**
   * Registers an operation for a browser that comes from elsewhere without credentials. The handler sends its
   * answer itself.
   */
  onOpen(
    id: OpenOperationId,
    handler: (req: Request, res: Response) => Promise<void>,
  ) {
    const route: Route = ROUTES[id];
    this.#router[route.method](route.path, handler);
  }
}

function bodyOf({ body }: Operation, req: Request): unknown {
  if (!body) return undefined;
  // A patch is validated through the record that results from it.
  if (body.isMergePatch) return req.body;
  return body.required
    ? parseBody(body.schema, req)
    : parseOptionalBody(body.schema, req);
}

function send(res: Response, { status, etag }: Route, answer: unknown) {
  res.status(status).set('Cache-Control', 'no-store');
  if (status === 204) {
    res.end();
    return;
  }
  if (etag) res.set('ETag', `"${(answer as { etag: string }).etag}"`);
  // Not res.json, which computes its own ETag. A record's ETag covers only what people edit, so "not modified"
  // would hide new health.
  res.type('application/json').end(JSON.stringify(answer));
}
