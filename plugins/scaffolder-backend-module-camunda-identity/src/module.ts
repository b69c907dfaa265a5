import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { MICROSOFT_CLOUDS } from 'backstage-plugin-camunda-identity-common/schema';
import { createActions } from './actions';

/**
 * Adds the `camunda-identity:*` actions to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleCamundaIdentity = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'camunda-identity',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, config, discovery, scaffolder }) {
        const own = config
          .getOptionalConfig('camundaIdentity.microsoft.clouds')
          ?.keys();
        const options = {
          auth,
          discovery,
          clouds: [...Object.keys(MICROSOFT_CLOUDS), ...(own ?? [])],
        };
        scaffolder.addActions(...createActions(options));
      },
    });
  },
});
