import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  CamundaIdentityClient,
  PLUGIN_ID,
} from 'backstage-plugin-camunda-identity-common/client';
import { useMemo } from 'react';

/**
 * The HTTP API, by an app's own fetch.
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
 * The HTTP API, called as the person who fills in the form.
 *
 * @public
 */
export function useApiClient(): CamundaIdentityClient {
  const { fetch } = useApi(fetchApiRef);
  return useMemo(() => createApiClient(fetch), [fetch]);
}
