import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import type { EntityChoice } from './ReferencePicker';

/** The user's groups, then the user, sorted by title. */
export function useOwners() {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  return useAsync(async (): Promise<EntityChoice[]> => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: ownershipEntityRefs,
      fields: ['kind', 'metadata', 'spec.profile.displayName'],
    });
    return ownershipEntityRefs
      .map((ref, index) => {
        const entity = items[index];
        const { displayName } = (entity?.spec?.profile ?? {}) as {
          displayName?: string;
        };
        return {
          ref,
          title:
            entity?.metadata.title ?? displayName ?? parseEntityRef(ref).name,
        };
      })
      .sort(
        (a, b) =>
          Number(b.ref.startsWith('group:')) -
            Number(a.ref.startsWith('group:')) ||
          a.title.localeCompare(b.title),
      );
  }, [catalog, identity]);
}
