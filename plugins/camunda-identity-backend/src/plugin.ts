import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { PLUGIN_ID } from 'backstage-plugin-camunda-identity-common';
import { GuardedHttp } from 'backstage-plugin-camunda-identity-node';
import { ChecksService } from './checks/ChecksService';
import { DatabaseReportsStore } from './checks/DatabaseReportsStore';
import { OnDemandLimit } from './checks/OnDemandLimit';
import { readCamundaIdentityConfig } from './config/readConfig';
import { AuthorizedConnectionsService } from './connections/AuthorizedConnectionsService';
import { CallerResolver } from './connections/CallerResolver';
import { DatabaseConnectionsStore } from './connections/DatabaseConnectionsStore';
import { DefaultConnectionsService } from './connections/DefaultConnectionsService';
import { PublishingConnectionsService } from './connections/PublishingConnectionsService';
import { migratedDatabase } from './database/migrate';
import { createRouter } from './router/createRouter';

/**
 * Keeps OIDC connection records, runs provider checks and serves the API at `/api/camunda-identity`.
 *
 * @public
 */
export const camundaIdentityPlugin = createBackendPlugin({
  pluginId: PLUGIN_ID,
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readCamundaIdentityConfig(deps.config);
        const { providers } = config;
        const knex = await migratedDatabase(deps.database);
        const store = new DatabaseConnectionsStore(knex);
        const callers = new CallerResolver(deps);
        const connections = new AuthorizedConnectionsService({
          inner: new PublishingConnectionsService({
            inner: new DefaultConnectionsService({ store, callers, providers }),
            events: deps.events,
            logger: deps.logger,
          }),
          callers,
          catalog: deps.catalog,
          config,
        });
        const http = new GuardedHttp(config.http);
        deps.lifecycle.addShutdownHook(() => http.close());
        const checks = new ChecksService({
          connections,
          store,
          reports: new DatabaseReportsStore(knex),
          callers,
          limit: new OnDemandLimit(knex),
          http,
          config,
        });
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            connections,
            checks,
            providers,
          }),
        );
      },
    });
  },
});
