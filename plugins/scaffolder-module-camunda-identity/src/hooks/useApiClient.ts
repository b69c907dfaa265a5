import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  CamundaIdentityClient,
  PLUGIN_ID,
} from 'backstage-plugin-camunda-identity-common/client';
import { useMemo } from 'react';

/** The HTTP API, called as the person who fills in the form. */
export function useApiClient(): CamundaIdentityClient {
  const { fetch } = useApi(fetchApiRef);
  return useMemo(
    () =>
      new CamundaIdentityClient({
        baseUrl: async () => `plugin://${PLUGIN_ID}`,
        fetch,
      }),
    [fetch],
  );
}
