import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  PLUGIN_ID,
  RESOURCE_TYPE_CONNECTION,
  type ProviderType,
} from 'backstage-plugin-camunda-identity-common';
import { z } from 'zod';
import type { ConnectionFilter } from '../store/ConnectionFilter';

/**
 * The fields of a connection that permission rules read.
 *
 * @public
 */
export interface ConnectionResource {
  /** Entity reference. */
  owner: string;
  /** The catalog entity that runs Camunda. */
  entityRef: string;
  providerType: ProviderType;
}

/** @public */
export const connectionPermissionResourceRef = createPermissionResourceRef<
  ConnectionResource,
  ConnectionFilter
>().with({ pluginId: PLUGIN_ID, resourceType: RESOURCE_TYPE_CONNECTION });

/** References are stored in lower case. */
function lower(refs: readonly string[]): string[] {
  return refs.map(ref => ref.toLocaleLowerCase('en-US'));
}

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow connections that one of the given entities owns',
  resourceRef: connectionPermissionResourceRef,
  paramsSchema: z.object({
    owners: z
      .array(z.string())
      .describe('Entity references of users and groups'),
  }),
  apply: ({ owner }, { owners }) => lower(owners).includes(owner),
  toQuery: ({ owners }) => ({ column: 'owner', values: lower(owners) }),
});

const hasEntityRef = createPermissionRule({
  name: 'HAS_ENTITY_REF',
  description: 'Allow connections of one of the given catalog entities',
  resourceRef: connectionPermissionResourceRef,
  paramsSchema: z.object({
    entityRefs: z
      .array(z.string())
      .describe('References of the entities that run Camunda'),
  }),
  apply: ({ entityRef }, { entityRefs }) =>
    lower(entityRefs).includes(entityRef),
  toQuery: ({ entityRefs }) => ({
    column: 'entityRef',
    values: lower(entityRefs),
  }),
});

const hasProvider = createPermissionRule({
  name: 'HAS_PROVIDER',
  description: 'Allow connections to a provider of one of the given types',
  resourceRef: connectionPermissionResourceRef,
  paramsSchema: z.object({
    types: z.array(z.enum(['GENERIC', 'MICROSOFT'])).describe('Provider types'),
  }),
  apply: ({ providerType }, { types }) => types.includes(providerType),
  toQuery: ({ types }) => ({ column: 'providerType', values: types }),
});

/** @public */
export const connectionPermissionRules = {
  isOwner,
  hasEntityRef,
  hasProvider,
};

const exported = createConditionExports({
  resourceRef: connectionPermissionResourceRef,
  rules: connectionPermissionRules,
});

/**
 * Conditions for permission policies: `isOwner`, `hasEntityRef` and `hasProvider`.
 *
 * @public
 */
export const connectionConditions = exported.conditions;

/**
 * Creates a decision for the connections that meet the conditions.
 *
 * @public
 */
export const createConnectionConditionalDecision =
  exported.createConditionalDecision;
