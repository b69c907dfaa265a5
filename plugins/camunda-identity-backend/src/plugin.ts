import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  describeFinding,
  FINDINGS,
  PLUGIN_ID,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import {
  ROUTES,
  type Route,
} from 'backstage-plugin-camunda-identity-common/openapi';
import {
  camundaIdentityProviderChecksExtensionPoint,
  GuardedHttp,
  type ProviderCheck,
} from 'backstage-plugin-camunda-identity-node';
import { registerActions } from './actions/registerActions';
import { Audit } from './audit/Audit';
import { auditRequests } from './audit/auditRequests';
import { AuthorizedChecksService } from './access/AuthorizedChecksService';
import { ChecksService } from './checks/ChecksService';
import { createCheckServices } from './wiring/createCheckServices';
import { readCamundaIdentityConfig } from './config/readConfig';
import { AuthorizedLoginsService } from './access/AuthorizedLoginsService';
import { LoginsService } from './logins/LoginsService';
import { AuthorizedConnectionsService } from './access/AuthorizedConnectionsService';
import { RecordViews } from './connections/RecordViews';
import { CallerResolver } from './access/CallerResolver';
import { DatabaseConnectionsStore } from './store/DatabaseConnectionsStore';
import { DefaultConnectionsService } from './connections/DefaultConnectionsService';
import { PublishingConnectionsService } from './connections/PublishingConnectionsService';
import { FilesService } from './files/FilesService';
import { FileWork } from './files/FileWork';
import { migratedDatabase } from './store/database/migrate';
import { ConnectionsAccess } from './access/ConnectionsAccess';
import { RecordGate } from './access/RecordGate';
import { registerPermissions } from './access/registerPermissions';
import { createRouter } from './router/createRouter';
import { Keeper } from './registrations/Keeper';
import { RegistrationService } from './registrations/RegistrationService';
import { scheduleTasks } from './tasks/scheduleTasks';
import { ActiveSecrets } from './secrets/ActiveSecrets';
import { AuthorizedRegistrations } from './access/AuthorizedRegistrations';
import { AuthorizedSecretsService } from './access/AuthorizedSecretsService';
import { CheckSecrets } from './secrets/CheckSecrets';
import { createSecretVault } from './wiring/createSecretVault';
import { DefaultSecretsService } from './secrets/DefaultSecretsService';
import { scheduleSecretTasks } from './tasks/scheduleSecretTasks';

/**
 * Keeps OIDC connection records, runs provider checks and serves the API at `/api/camunda-identity`.
 *
 * @public
 */
export const camundaIdentityPlugin = createBackendPlugin({
  pluginId: PLUGIN_ID,
  register(env) {
    const extraChecks: ProviderCheck[] = [];
    const profiles: ProviderProfile[] = [];
    env.registerExtensionPoint(camundaIdentityProviderChecksExtensionPoint, {
      addCheck: check => extraChecks.push(check),
      addProfile: profile => profiles.push(profile),
    });
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        tracing: tracingServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const settings = readCamundaIdentityConfig(deps.config);
        // By now other modules have added theirs.
        const providers = { ...settings.providers, profiles };
        const config = { ...settings, providers };
        const knex = await migratedDatabase(deps.database);
        const store = new DatabaseConnectionsStore(knex);
        const callers = new CallerResolver(deps);
        const access = new ConnectionsAccess({
          permissions: deps.permissions,
          rules: registerPermissions(deps.permissionsRegistry, store),
          config,
        });
        const gate = new RecordGate({ store, access });
        const audit = new Audit(deps.auditor);
        const active = new ActiveSecrets();
        const logger = active.logger(deps.logger);
        const { vault, tasks } = createSecretVault({
          knex,
          config,
          audit,
          logger,
          notifications: deps.notifications,
        });
        await scheduleSecretTasks(deps.scheduler, {
          rotation: tasks.rotation,
          notices: config.notifications ? tasks.notices : undefined,
        });
        const http = new GuardedHttp({
          ...config.http,
          log: line => logger.info(line),
        });
        const checkServices = createCheckServices({
          ...deps,
          logger,
          knex,
          http,
          secrets: new CheckSecrets({ vault, active, audit }),
          config,
          extraChecks,
        });
        const connections = new AuthorizedConnectionsService({
          inner: new PublishingConnectionsService({
            inner: new DefaultConnectionsService({
              store,
              views: new RecordViews({ store, secrets: vault, providers }),
              audit,
              providers,
            }),
            events: deps.events,
            health: checkServices.publisher,
            logger,
          }),
          gate,
          access,
          secrets: vault,
          catalog: deps.catalog,
          providers,
        });
        const files = new FileWork({ logger });
        deps.lifecycle.addShutdownHook(() => files.close());
        const checks = new ChecksService({
          ...checkServices,
          store,
          config,
        });
        await scheduleTasks({
          scheduler: deps.scheduler,
          lifecycle: deps.lifecycle,
          http,
          checks: checkServices.scheduled,
          publisher: checkServices.publisher,
          retention: checkServices.retention,
          config: config.schedule,
        });
        const authorizedChecks = new AuthorizedChecksService({
          inner: checks,
          gate,
          access,
        });
        const logins = new LoginsService({
          store: checkServices.loginTests,
          limit: checkServices.limit,
          http,
          secrets: checkServices.secrets,
          vault,
          config,
          profiles,
          redirectUri: async () =>
            `${await deps.discovery.getExternalBaseUrl(PLUGIN_ID)}${
              ROUTES.receiveLoginTest.path
            }`,
        });
        const findings = [
          ...FINDINGS,
          ...extraChecks.flatMap(({ definitions = [] }) => definitions),
        ].map(describeFinding);
        const filesService = new FilesService({
          work: files,
          connections,
          limit: checkServices.limit,
          providers,
          config,
        });
        registerActions(deps.actions, {
          audit,
          callers,
          connections,
          checks: authorizedChecks,
          files: filesService,
          providers,
          findings,
        });
        const secrets = new AuthorizedSecretsService({
          inner: new DefaultSecretsService({ vault, active }),
          gate,
        });
        for (const { path, open } of Object.values<Route>(ROUTES))
          if (open)
            deps.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            callers,
            logger,
            connections,
            checks: authorizedChecks,
            secrets,
            registrations: new AuthorizedRegistrations({
              inner: new RegistrationService({
                http,
                keeper: new Keeper({ http, connections, secrets, logger }),
                active,
                limit: checkServices.limit,
                providers,
                config,
              }),
              gate,
            }),
            files: filesService,
            logins: new AuthorizedLoginsService({
              inner: logins,
              gate,
              access,
            }),
            receiver: logins,
            appUrl: config.appUrl,
            audit: auditRequests(audit, logger),
            providers,
            presets: config.presets,
            findings,
          }),
        );
      },
    });
  },
});
