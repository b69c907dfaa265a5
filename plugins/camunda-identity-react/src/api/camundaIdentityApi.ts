import { createApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import {
  CamundaIdentityClient,
  PLUGIN_ID,
} from 'backstage-plugin-camunda-identity-common/client';

/**
 * The backend's API.
 *
 * @public
 */
export type CamundaIdentityApi = Pick<
  CamundaIdentityClient,
  keyof CamundaIdentityClient
>;

/** @public */
export const camundaIdentityApiRef = createApiRef<CamundaIdentityApi>().with({
  id: 'plugin.camunda-identity.client',
  pluginId: PLUGIN_ID,
});

/**
 * The API with the signed-in person's credentials.
 *
 * @public
 */
export function createCamundaIdentityApi(
  fetchApi: FetchApi,
): CamundaIdentityApi {
  return new CamundaIdentityClient({
    baseUrl: async () => `plugin://${PLUGIN_ID}`,
    fetch: fetchApi.fetch,
  });
}
