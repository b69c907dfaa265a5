import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiFingerprintLine } from '@remixicon/react';
import {
  CONNECTIONS_ANNOTATION,
  PLUGIN_ID,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  createCamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import {
  connectionRouteRef,
  entityContentRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

const camundaIdentityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: camundaIdentityApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createCamundaIdentityApi(fetchApi),
    }),
});

/** Data, so that app-config can override it. */
const entitiesWithCamunda: FilterPredicate = {
  $all: [
    { kind: { $in: ['system', 'component', 'resource'] } },
    { [`metadata.annotations.${CONNECTIONS_ANNOTATION}`]: { $exists: true } },
  ],
};

const connectionsCard = EntityCardBlueprint.make({
  name: 'connections',
  params: {
    type: 'content',
    filter: entitiesWithCamunda,
    loader: () =>
      import('./components/ConnectionsCard').then(m => <m.ConnectionsCard />),
  },
});

const entityContent = EntityContentBlueprint.make({
  name: 'connections',
  params: {
    path: '/camunda-identity',
    title: 'Identity provider',
    icon: <RiFingerprintLine />,
    routeRef: entityContentRouteRef as never,
    filter: entitiesWithCamunda,
    loader: () => import('./components/EntityTab').then(m => <m.EntityTab />),
  },
});

const page = PageBlueprint.make({
  params: {
    path: '/camunda-identity',
    // Short enough for a sidebar.
    title: 'Camunda SSO',
    icon: <RiFingerprintLine fontSize="inherit" />,
    routeRef: rootRouteRef as never,
    loader: () => import('./pages/Router').then(m => <m.Router />),
  },
});

const myConnections = HomePageWidgetBlueprint.make({
  name: 'my-connections',
  params: {
    name: 'CamundaIdentityMyConnections',
    title: 'My Camunda connections',
    description: 'Connections of your teams to OpenID providers, worst first',
    components: async () => {
      const { MyConnections } = await import('./widget');
      return { Content: MyConnections };
    },
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
  icon: <RiFingerprintLine fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef as never,
    connection: connectionRouteRef as never,
    entityContent: entityContentRouteRef as never,
  },
  externalRoutes: { template: templateRouteRef },
  extensions: [
    camundaIdentityApi,
    connectionsCard,
    entityContent,
    page,
    myConnections,
  ],
});
