/**
 * The same for apps that are still built with `createApp` of `@backstage/app-defaults`.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { JSX } from 'react';
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

/** @public */
export const camundaIdentityPlugin = createPlugin({
  id: PLUGIN_ID,
  apis: [
    createApiFactory({
      api: camundaIdentityApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => createCamundaIdentityApi(fetchApi),
    }),
  ],
  routes: {
    root: rootRouteRef,
    connection: connectionRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: { template: templateRouteRef },
});

/** @public */
export const EntityCamundaIdentityCard: () => JSX.Element | null =
  camundaIdentityPlugin.provide(
    createComponentExtension({
      name: 'EntityCamundaIdentityCard',
      component: {
        lazy: () =>
          import('./components/ConnectionsCard').then(m => m.ConnectionsCard),
      },
    }),
  );

/**
 * The tab: `<EntityLayout.Route path="/camunda-identity" …>`.
 *
 * @public
 */
export const EntityCamundaIdentityContent: () => JSX.Element | null =
  camundaIdentityPlugin.provide(
    createRoutableExtension({
      name: 'EntityCamundaIdentityContent',
      component: () => import('./components/EntityTab').then(m => m.EntityTab),
      mountPoint: entityContentRouteRef,
    }),
  );

/**
 * The pages: `<Route path="/camunda-identity" element={<CamundaIdentityPage />} />`.
 *
 * @public
 */
export const CamundaIdentityPage: () => JSX.Element | null =
  camundaIdentityPlugin.provide(
    createRoutableExtension({
      name: 'CamundaIdentityPage',
      component: () => import('./pages/Router').then(m => m.Router),
      mountPoint: rootRouteRef,
    }),
  );

/**
 * A widget of a home page: the connections of the person's teams.
 *
 * @public
 */
export const MyCamundaConnections: () => JSX.Element | null =
  camundaIdentityPlugin.provide(
    createComponentExtension({
      name: 'MyCamundaConnections',
      component: { lazy: () => import('./widget').then(m => m.MyConnections) },
    }),
  );

/**
 * For `EntitySwitch`: the entity runs Camunda.
 *
 * @public
 */
export function isCamundaIdentityAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[CONNECTIONS_ANNOTATION]);
}
