import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { camundaIdentityServiceRef } from 'backstage-plugin-camunda-identity-node';
import { apiEntity } from './apiEntity';
import { ConnectionEntityProvider } from './ConnectionEntityProvider';
import { fixedEntityProvider } from './fixedEntityProvider';
import { readHosts } from './forHosts';
import { readConfig } from './readConfig';
import { installedActions } from './installedActions';
import { readTemplates } from './readTemplates';
import { TemplatesProvider } from './TemplatesProvider';

/** Changes within this time lead to one refresh. */
const DELAY_MS = 2_000;

/** Every replica asks once it has started; a scaffolder of another backend may get modules later. */
const TEMPLATES = {
  scope: 'local',
  frequency: { minutes: 10 },
  timeout: { minutes: 2 },
} as const;

/**
 * Provides connection records to the catalog as Resources of type `oidc-connection` and, for those that the
 * configuration gives an owner, the HTTP API as an API and the software templates as Templates.
 *
 * @public
 */
export const catalogModuleCamundaIdentity = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'camunda-identity',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        camundaIdentity: camundaIdentityServiceRef,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, discovery, scheduler, ...deps }) {
        const { schedule, api, templates } = readConfig(config);
        catalog.addEntityProvider(
          fixedEntityProvider('camunda-identity', [
            ...(api
              ? [
                  apiEntity({
                    ...api,
                    clouds: Object.keys(deps.camundaIdentity.clouds),
                  }),
                ]
              : []),
          ]),
          ...(templates
            ? [
                new TemplatesProvider({
                  read: actions =>
                    readTemplates(templates.owner, readHosts(config), actions),
                  actions: signal =>
                    installedActions({ auth: deps.auth, discovery, signal }),
                  schedule: scheduler.createScheduledTaskRunner(TEMPLATES),
                  logger: deps.logger,
                }),
              ]
            : []),
          new ConnectionEntityProvider({
            ...deps,
            schedule: scheduler.createScheduledTaskRunner(schedule),
            delayMs: DELAY_MS,
          }),
        );
      },
    });
  },
});
