import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const provider = FormFieldBlueprint.make({
  name: 'camunda-identity-provider',
  params: {
    field: () =>
      import('./fields/ProviderField/formField').then(m => m.providerFormField),
  },
});

const components = FormFieldBlueprint.make({
  name: 'camunda-identity-components',
  params: {
    field: () =>
      import('./fields/ComponentsField/formField').then(
        m => m.componentsFormField,
      ),
  },
});

const initialClaim = FormFieldBlueprint.make({
  name: 'camunda-identity-initial-claim',
  params: {
    field: () =>
      import('./fields/InitialClaimField/formField').then(
        m => m.initialClaimFormField,
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
