import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import express, {
  type RequestHandler,
  type Router as ExpressRouter,
} from 'express';
import Router from 'express-promise-router';
import type {
  FindingDescription,
  ProviderContext,
  ProviderPreset,
} from 'backstage-plugin-camunda-identity-common';
import { operationsOf } from 'backstage-plugin-camunda-identity-common/openapi';
import type { AuthorizedRegistrations } from '../access/AuthorizedRegistrations';
import type { CallerResolver } from '../access/CallerResolver';
import type { Checks } from '../checks/ChecksService';
import type { ConnectionsService } from '../connections/ConnectionsService';
import type { FilesService } from '../files/FilesService';
import type { Logins } from '../logins/Logins';
import type { LoginsService } from '../logins/LoginsService';
import type { SecretsService } from '../secrets/SecretsService';
import type { ConnectionRef } from '../input/ConnectionRef';
import { addCheckRoutes } from './checks';
import { addConfigRoutes } from './config';
import { addConnectionRoutes } from './connections';
import { BODY_LIMIT_KIB, errorsInOurWords } from './errors';
import { addFactRoutes } from './facts';
import { addInitialClaimRoutes } from './initialClaim';
import { addLoginTestRoutes } from './loginTests';
import { OperationRouter } from './OperationRouter';
import { BODY_TYPES, requireJson, requireObject } from '../input/parse';
import { addProviderSetupRoutes } from './providerSetup';
import { addSecretRoutes } from './secrets';

/** The HTTP API: parses, asks a service, answers. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  callers: CallerResolver;
  logger: LoggerService;
  connections: ConnectionsService<ConnectionRef>;
  checks: Checks<ConnectionRef>;
  secrets: SecretsService<ConnectionRef>;
  registrations: AuthorizedRegistrations;
  files: FilesService;
  logins: Logins<ConnectionRef>;
  receiver: Pick<LoginsService, 'receive'>;
  /** URL of this plugin's pages in the app, to which a sign-in returns. */
  appUrl: string;
  /** Sees every call before its body is read. */
  audit: RequestHandler;
  providers: ProviderContext;
  presets: readonly ProviderPreset[];
  /** The catalogue, with the codes of other modules. */
  findings: readonly FindingDescription[];
}): ExpressRouter {
  // Case-sensitive, since the audit must see the same paths as the routes.
  const router = Router({ caseSensitive: true }) as ExpressRouter;
  router.use(
    options.audit,
    express.json({
      limit: `${BODY_LIMIT_KIB}kb`,
      type: BODY_TYPES,
      // JSON that is no object deserves a better answer than "not valid JSON".
      strict: false,
    }),
    requireJson,
    requireObject,
  );
  const clouds = Object.keys(options.providers.clouds);
  const operations = new OperationRouter({
    ...options,
    router,
    operations: operationsOf({ clouds }),
  });
  addConnectionRoutes(operations, options);
  addInitialClaimRoutes(operations, options);
  addSecretRoutes(operations, options);
  addConfigRoutes(operations, options);
  addProviderSetupRoutes(operations, options);
  addCheckRoutes(operations, options);
  addLoginTestRoutes(operations, { ...options, clouds });
  addFactRoutes(operations, options);
  router.use(errorsInOurWords(options.logger));
  return router;
}
