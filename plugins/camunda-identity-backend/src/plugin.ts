import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { PLUGIN_ID } from 'backstage-plugin-camunda-identity-common';
import { GuardedHttp } from 'backstage-plugin-camunda-identity-node';
import { ChecksService } from './checks/ChecksService';
import { createCheckWork } from './checks/createCheckWork';
import { readCamundaIdentityConfig } from './config/readConfig';
import { AuthorizedConnectionsService } from './connections/AuthorizedConnectionsService';
import { CallerResolver } from './connections/CallerResolver';
import { DatabaseConnectionsStore } from './connections/DatabaseConnectionsStore';
import { DefaultConnectionsService } from './connections/DefaultConnectionsService';
import { PublishingConnectionsService } from './connections/PublishingConnectionsService';
import { migratedDatabase } from './database/migrate';
import { createRouter } from './router/createRouter';
import { scheduleTasks } from './schedule/scheduleTasks';

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
        metrics: metricsServiceRef,
        notifications: notificationService,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        tracing: tracingServiceRef,
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
        const work = createCheckWork({ ...deps, knex, http, config });
        const checks = new ChecksService({
          ...work,
          connections,
          store,
          callers,
          config,
        });
        await scheduleTasks({
          scheduler: deps.scheduler,
          checks: work.scheduled,
          retention: work.retention,
          config: config.schedule,
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
