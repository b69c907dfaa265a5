import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { apiEntity } from './apiEntity';
import { ConnectionEntityProvider } from './ConnectionEntityProvider';
import { readConfig } from './readConfig';
import { TemplatesEntityProvider } from './TemplatesEntityProvider';

/**
 * Provides connection records to the catalog as Resources of type `oidc-connection`, and, where it has an
 * owner, the HTTP API as an API and the software templates as Templates.
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
        const { schedule, api, templates } = readConfig(config);
        catalog.addEntityProvider(
          new ConnectionEntityProvider({
            ...deps,
            schedule: scheduler.createScheduledTaskRunner(schedule),
            api: api && apiEntity(api),
          }),
        );
        if (templates)
          catalog.addEntityProvider(new TemplatesEntityProvider(templates));
      },
    });
  },
});
