import { createBackendModule } from '@backstage/backend-plugin-api';
import { camundaIdentityProviderChecksExtensionPoint } from 'backstage-plugin-camunda-identity-node';
import { acme } from './acme';
import { supportContactCheck } from './supportContactCheck';

/** Adds a check and a product: `backend.add(import('…'))`. */
export default createBackendModule({
  pluginId: 'camunda-identity',
  moduleId: 'acme-checks',
  register(env) {
    env.registerInit({
      deps: { providerChecks: camundaIdentityProviderChecksExtensionPoint },
      async init({ providerChecks }) {
        providerChecks.addCheck(supportContactCheck);
        providerChecks.addProfile(acme);
      },
    });
  },
});
