import { useApi } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ApiError,
  CONNECTIONS_ANNOTATION,
  type Connection,
} from 'backstage-plugin-camunda-identity-common/client';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { camundaIdentityApiRef, type CamundaIdentityApi } from '../api';

/** A name that the annotation has and nobody registered shows as missing, not as an error. */
async function byName(
  api: CamundaIdentityApi,
  name: string,
): Promise<Connection | undefined> {
  try {
    return await api.getConnectionByName(name);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * The connections of an entity: those its annotation names, or all that name the entity.
 */
export function useConnections(entity: Entity) {
  const api = useApi(camundaIdentityApiRef);
  const annotation = entity.metadata.annotations?.[CONNECTIONS_ANNOTATION];
  const entityRef = stringifyEntityRef(entity);
  return useAsyncRetry(async (): Promise<Connection[]> => {
    const names = (annotation ?? 'auto')
      .split(',')
      .map(name => name.trim())
      .filter(Boolean);
    if (names.length === 0 || names.includes('auto')) {
      const { items } = await api.listConnections({ entityRef, limit: 50 });
      return items;
    }
    const found = await Promise.all(names.map(name => byName(api, name)));
    return found.filter(connection => connection !== undefined);
  }, [api, annotation, entityRef]);
}
