import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import type { EntityChoice } from './ReferencePicker';

/** More than that is a list that nobody reads; another entity is entered by its reference. */
const MAX = 200;

/**
 * Systems, Components and Resources with the annotation that the person owns, by title.
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
        // The records' own entities carry the annotation too.
        .filter(({ spec }) => spec?.type !== 'oidc-connection')
        .map(entity => ({
          ref: stringifyEntityRef(entity),
          title: entity.metadata.title ?? entity.metadata.name,
        }))
        .sort((a, b) => a.title.localeCompare(b.title))
    );
  }, [catalog, identity]);
}
