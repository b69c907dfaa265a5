import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  CONNECTIONS_ANNOTATION,
  PLUGIN_ID,
} from 'backstage-plugin-camunda-identity-common/client';
import { camundaIdentityApiRef, createCamundaIdentityApi } from './api';
import { templateRouteRef } from './routes';

const camundaIdentityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: camundaIdentityApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createCamundaIdentityApi(fetchApi),
    }),
});

const connectionsCard = EntityCardBlueprint.make({
  name: 'connections',
  params: {
    type: 'content',
    // Data, so that app-config can override it.
    filter: {
      $all: [
        { kind: { $in: ['system', 'component', 'resource'] } },
        {
          [`metadata.annotations.${CONNECTIONS_ANNOTATION}`]: { $exists: true },
        },
      ],
    },
    loader: () =>
      import('./components/ConnectionsCard').then(m => <m.ConnectionsCard />),
  },
});

/**
 * The frontend plugin.
 *
 * @public
 */
export const camundaIdentityPlugin = createFrontendPlugin({
  pluginId: PLUGIN_ID,
  title: 'Camunda Identity',
  info: { packageJson: () => import('../package.json') },
  externalRoutes: { template: templateRouteRef },
  extensions: [camundaIdentityApi, connectionsCard],
});
