import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of a connection record in permission policies.
 *
 * @public
 */
export const RESOURCE_TYPE_CONNECTION = 'camunda-identity-connection';

/** @public */
export const connectionCreatePermission = createPermission({
  name: 'camundaIdentity.connection.create',
  attributes: { action: 'create' },
});

/** @public */
export const connectionReadPermission = createPermission({
  name: 'camundaIdentity.connection.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CONNECTION,
});

/** @public */
export const connectionUpdatePermission = createPermission({
  name: 'camundaIdentity.connection.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONNECTION,
});

/** @public */
export const connectionDeletePermission = createPermission({
  name: 'camundaIdentity.connection.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_CONNECTION,
});

/**
 * To run a check: on a record, or (where it is not denied outright) on a draft.
 *
 * @public
 */
export const connectionCheckPermission = createPermission({
  name: 'camundaIdentity.connection.check',
  attributes: {},
  resourceType: RESOURCE_TYPE_CONNECTION,
});

/**
 * To store, promote and delete client secrets of a record.
 *
 * @public
 */
export const secretWritePermission = createPermission({
  name: 'camundaIdentity.secret.write',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONNECTION,
});

/**
 * Permissions on one record.
 *
 * @public
 */
export type ConnectionPermission = typeof connectionReadPermission;

/**
 * Every permission of this plugin.
 *
 * @public
 */
export const camundaIdentityPermissions = [
  connectionCreatePermission,
  connectionReadPermission,
  connectionUpdatePermission,
  connectionDeletePermission,
  connectionCheckPermission,
  secretWritePermission,
];
