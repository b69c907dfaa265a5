/**
 * The same for apps that are still built with `createApp` of `@backstage/app-defaults`.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  CONNECTIONS_ANNOTATION,
  PLUGIN_ID,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  createCamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import { templateRouteRef } from './routes';

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
  externalRoutes: { template: templateRouteRef },
});

/** @public */
export const EntityCamundaIdentityCard = camundaIdentityPlugin.provide(
  createComponentExtension({
    name: 'EntityCamundaIdentityCard',
    component: {
      lazy: () =>
        import('./components/ConnectionsCard').then(m => m.ConnectionsCard),
    },
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
