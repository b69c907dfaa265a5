import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import useAsync from 'react-use/esm/useAsync';
import { useApiClient } from 'backstage-plugin-camunda-identity-react/forms';

/** As many as one page of the API has; a name can be typed where there are more. */
const MAX = 200;

/** Records that the person’s teams own, by title. */
export function useConnections() {
  const client = useApiClient();
  const identity = useApi(identityApiRef);
  return useAsync(async (): Promise<Connection[]> => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    const { items } = await client.listConnections({
      sort: 'name',
      limit: MAX,
    });
    return items.filter(({ owner }) => ownershipEntityRefs.includes(owner));
  }, [client, identity]);
}
