import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import type { EntityChoice } from './ReferencePicker';

/** A longer list would not be read; other entities can be entered by reference. */
const MAX = 200;

/**
 * Annotated systems, components and resources that the user owns, sorted by title.
 */
export function useEntities() {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  return useAsync(async (): Promise<EntityChoice[]> => {
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    if (ownershipEntityRefs.length === 0) return [];
    const { items } = await catalog.queryEntities({
      filter: {
        'relations.ownedBy': ownershipEntityRefs,
        kind: ['System', 'Component', 'Resource'],
        'metadata.annotations.camunda-identity/connections':
          CATALOG_FILTER_EXISTS,
      },
      fields: [
        'kind',
        'spec.type',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
      ],
      limit: MAX,
    });
    return (
      items
        // The entities of the records themselves have the annotation too.
        .filter(({ spec }) => spec?.type !== 'oidc-connection')
        .map(entity => ({
          ref: stringifyEntityRef(entity),
          title: entity.metadata.title ?? entity.metadata.name,
        }))
        .sort((a, b) => a.title.localeCompare(b.title))
    );
  }, [catalog, identity]);
}
