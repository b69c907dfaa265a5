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

/** A handler has sent its answer itself. */
export const SENT = Symbol('sent');

/** One call of an operation, read and held against its declaration. */
export interface OperationCall<K extends OperationId> {
  params: ParamsIn<(typeof ROUTES)[K]['path']>;
  query: ReadQueryOf<K>;
  body: ReadBodyOf<K>;
  caller: Caller;
  /** `If-Match`, where the operation is judged by it and it was sent. */
  condition?: string;
  req: Request;
  res: Response;
}

/** Answers a call: with what the operation is declared to answer, or in a form of its own. */
export type OperationHandler<K extends OperationId> = (
  call: OperationCall<K>,
) => Promise<AnswerOf<K> | typeof SENT>;

/** Registers operations as they are declared: where they are, what they take, how they answer. */
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
   * For calls on behalf of somebody. The caller is resolved before anything else of the call is looked at.
   *
   * @param readBody - instead of the declared schema alone
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

  /** For answers that are the same for everybody who is signed in; they may be cached. */
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
}

function bodyOf({ body }: Operation, req: Request): unknown {
  if (!body) return undefined;
  // A patch is validated as the record that it makes.
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
  // Not res.json: it would hash the answer for an ETag of its own, and that of a record covers what people
  // edit, so that "not modified" would hide a new health.
  res.type('application/json').end(JSON.stringify(answer));
}
