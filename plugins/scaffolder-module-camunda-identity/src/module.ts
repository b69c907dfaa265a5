import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

const provider = FormFieldBlueprint.make({
  name: 'camunda-identity-provider',
  params: {
    field: () =>
      import('./fields/ProviderField/options').then(m =>
        createFormField(m.providerField),
      ),
  },
});

const components = FormFieldBlueprint.make({
  name: 'camunda-identity-components',
  params: {
    field: () =>
      import('./fields/ComponentsField/options').then(m =>
        createFormField(m.componentsField),
      ),
  },
});

const initialClaim = FormFieldBlueprint.make({
  name: 'camunda-identity-initial-claim',
  params: {
    field: () =>
      import('./fields/InitialClaimField/options').then(m =>
        createFormField(m.initialClaimField),
      ),
  },
});

/**
 * Form fields of the templates, for the scaffolder.
 *
 * @public
 */
export const scaffolderModuleCamundaIdentity = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [provider, components, initialClaim],
});
