import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type AuthService,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  ServerPermissionClient,
  type PermissionPolicy,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/**
 * Tokens on behalf of a user name the plugin that issued them, as real ones do and the mock's do not: the
 * permission backend answers conditions only to plugins.
 */
function withActor(auth: AuthService): AuthService {
  return {
    authenticate: (...args) => auth.authenticate(...args),
    getLimitedUserToken: (...args) => auth.getLimitedUserToken(...args),
    getNoneCredentials: () => auth.getNoneCredentials(),
    getOwnServiceCredentials: () => auth.getOwnServiceCredentials(),
    isPrincipal: (...args) => auth.isPrincipal(...args),
    listPublicServiceKeys: () => auth.listPublicServiceKeys(),
    async getPluginRequestToken(options) {
      const { onBehalfOf } = options;
      if (!auth.isPrincipal(onBehalfOf, 'user'))
        return auth.getPluginRequestToken(options);
      const { userEntityRef } = onBehalfOf.principal;
      const actor = { subject: 'plugin:camunda-identity' };
      return { token: mockCredentials.user.token(userEntityRef, { actor }) };
    },
  } as AuthService;
}

/** Backstage's own permission backend with a policy, and the real client that asks it over HTTP. */
export function withPolicy(policy: PermissionPolicy['handle']) {
  return [
    permissionPlugin,
    createServiceFactory({
      service: coreServices.permissions,
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      factory: ({ auth, config, discovery }) =>
        ServerPermissionClient.fromConfig(config, {
          auth: withActor(auth),
          discovery,
        }),
    }),
    createBackendModule({
      pluginId: 'permission',
      moduleId: 'test-policy',
      register(reg) {
        reg.registerInit({
          deps: { point: policyExtensionPoint },
          async init({ point }) {
            point.setPolicy({ handle: policy });
          },
        });
      },
    }),
  ];
}
