import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ConnectionEntityProvider } from './ConnectionEntityProvider';

const DEFAULT_SCHEDULE = {
  frequency: { minutes: 5 },
  timeout: { minutes: 2 },
  initialDelay: { seconds: 15 },
};

/**
 * Provides connection records to the catalog as Resources of type `oidc-connection`.
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
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, scheduler, ...deps }) {
        const configured = config.getOptionalConfig(
          'catalog.providers.camundaIdentity.schedule',
        );
        catalog.addEntityProvider(
          new ConnectionEntityProvider({
            ...deps,
            schedule: scheduler.createScheduledTaskRunner(
              configured
                ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
                    configured,
                  )
                : DEFAULT_SCHEDULE,
            ),
          }),
        );
      },
    });
  },
});
