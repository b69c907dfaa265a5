import { createFrontendModule } from '@backstage/frontend-plugin-api';

/** @public */
export const scaffolderModuleCamundaIdentity = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [],
});
