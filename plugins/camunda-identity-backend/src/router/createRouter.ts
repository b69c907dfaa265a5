import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express, {
  type ErrorRequestHandler,
  type RequestHandler,
  type Router as ExpressRouter,
} from 'express';
import Router from 'express-promise-router';
import type {
  FindingDefinition,
  ProviderContext,
  ProviderPreset,
} from 'backstage-plugin-camunda-identity-common';
import type { Checks } from '../checks/AuthorizedChecksService';
import type { ConnectionsService } from '../connections/ConnectionsService';
import type { SecretsService } from '../secrets/SecretsService';
import { asUnavailable } from '../database/unavailable';
import { PayloadTooLargeError, TooManyRequestsError } from '../errors';
import { addCheckRoutes } from './checks';
import { addConfigRoutes } from './config';
import { addConnectionRoutes } from './connections';
import { addFactRoutes } from './facts';
import { addInitialClaimRoutes } from './initialClaim';
import { addOpenApiRoute } from './openapi';
import { BODY_TYPES, requireJson } from './parse';
import { addSecretRoutes } from './secrets';

const BODY_LIMIT_KIB = 256;

/** What body-parser and a database that is gone throw, in this API's words. */
const bodyErrors: ErrorRequestHandler = (error, _req, res, next) => {
  if (error?.type === 'entity.too.large')
    next(
      new PayloadTooLargeError(`The body is larger than ${BODY_LIMIT_KIB} KiB`),
    );
  else if (error?.type === 'entity.parse.failed')
    next(new InputError('body: is not valid JSON'));
  else if (typeof error?.type === 'string' && error.status === 400)
    next(new InputError(`body: ${error.message}`));
  else {
    if (TooManyRequestsError.prototype.isPrototypeOf(error))
      res.set('Retry-After', String(error.retryAfter));
    next(asUnavailable(error) ?? error);
  }
};

/** The HTTP API: parses, asks a service, answers. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  connections: ConnectionsService;
  checks: Checks;
  secrets: SecretsService;
  /** Sees every call after its body was read. */
  audit: RequestHandler;
  providers: ProviderContext;
  presets: readonly ProviderPreset[];
  /** The catalogue, with the codes of other modules. */
  findings: readonly FindingDefinition[];
}): ExpressRouter {
  const router = Router() as ExpressRouter;
  router.use(
    express.json({
      limit: `${BODY_LIMIT_KIB}kb`,
      type: BODY_TYPES,
    }),
    requireJson,
    options.audit,
  );
  addConnectionRoutes(router, options);
  addInitialClaimRoutes(router, options);
  addSecretRoutes(router, options);
  addConfigRoutes(router, options);
  addCheckRoutes(router, options);
  addFactRoutes(router, options);
  addOpenApiRoute(router, options);
  router.use(bodyErrors);
  return router;
}
