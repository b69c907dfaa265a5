import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { ConnectionFilter } from './ConnectionFilter';

const COLUMNS: Record<ConnectionFilter['column'], string> = {
  owner: 'owner',
  entityRef: 'entity_ref',
  providerType: 'provider_type',
};

/** Adds the conditions of a permission policy to a query over `connections`. */
export function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ConnectionFilter>,
): Knex.QueryBuilder {
  if (isNotCriteria(criteria))
    return query.whereNot(inner => {
      applyCriteria(inner, criteria.not);
    });
  if (isAndCriteria(criteria))
    return query.where(all => {
      for (const part of criteria.allOf)
        all.andWhere(inner => {
          applyCriteria(inner, part);
        });
    });
  if (isOrCriteria(criteria))
    return query.where(any => {
      for (const part of criteria.anyOf)
        any.orWhere(inner => {
          applyCriteria(inner, part);
        });
    });
  // Matches nothing for an empty list; knex writes that as 1 = 0.
  return query.whereIn(COLUMNS[criteria.column], criteria.values);
}
