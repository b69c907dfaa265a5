import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  CamundaIdentityClient,
  PLUGIN_ID,
} from 'backstage-plugin-camunda-identity-common/client';
import { useMemo } from 'react';

/**
 * A client of the HTTP API with the app's fetch.
 *
 * @public
 */
export function createApiClient(
  fetch: typeof globalThis.fetch,
): CamundaIdentityClient {
  return new CamundaIdentityClient({
    baseUrl: async () => `plugin://${PLUGIN_ID}`,
    fetch,
  });
}

/**
 * A client of the HTTP API with the credentials of the current user.
 *
 * @public
 */
export function useApiClient(): CamundaIdentityClient {
  const { fetch } = useApi(fetchApiRef);
  return useMemo(() => createApiClient(fetch), [fetch]);
}
