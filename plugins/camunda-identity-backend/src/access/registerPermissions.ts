import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { camundaIdentityPermissions } from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsStore } from '../store/ConnectionsStore';
import { resourceOf } from './Decisions';
import {
  connectionPermissionResourceRef,
  connectionPermissionRules,
} from './rules';

/**
 * Registers permissions and condition rules with the permission framework.
 *
 * @returns the registered rules
 */
export function registerPermissions(
  registry: PermissionsRegistryService,
  store: ConnectionsStore,
) {
  registry.addResourceType({
    resourceRef: connectionPermissionResourceRef,
    permissions: camundaIdentityPermissions,
    rules: Object.values(connectionPermissionRules) as never,
    getResources: async ids =>
      Promise.all(
        ids.map(async id => {
          const record = await store.find(id);
          return record && resourceOf(record.data);
        }),
      ),
  });
  return registry.getPermissionRuleset(connectionPermissionResourceRef);
}
