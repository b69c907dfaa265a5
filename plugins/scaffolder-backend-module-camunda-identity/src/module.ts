import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { camundaIdentityServiceRef } from 'backstage-plugin-camunda-identity-node';
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
        camundaIdentity: camundaIdentityServiceRef,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ camundaIdentity, scaffolder }) {
        scaffolder.addActions(...createActions({ camundaIdentity }));
      },
    });
  },
});
