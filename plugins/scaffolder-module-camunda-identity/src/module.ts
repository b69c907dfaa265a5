import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { forgiving } from './fields/forgiving';

const provider = FormFieldBlueprint.make({
  name: 'camunda-identity-provider',
  params: {
    field: () =>
      import('./fields/ProviderField/options').then(m =>
        createFormField(forgiving(m.providerField)),
      ),
  },
});

const components = FormFieldBlueprint.make({
  name: 'camunda-identity-components',
  params: {
    field: () =>
      import('./fields/ComponentsField/options').then(m =>
        createFormField(forgiving(m.componentsField)),
      ),
  },
});

const machineClients = FormFieldBlueprint.make({
  name: 'camunda-identity-machine-clients',
  params: {
    field: () =>
      import('./fields/MachineClientsField/options').then(m =>
        createFormField(forgiving(m.machineClientsField)),
      ),
  },
});

const initialClaim = FormFieldBlueprint.make({
  name: 'camunda-identity-initial-claim',
  params: {
    field: () =>
      import('./fields/InitialClaimField/options').then(m =>
        createFormField(forgiving(m.initialClaimField)),
      ),
  },
});

const entity = FormFieldBlueprint.make({
  name: 'camunda-identity-entity',
  params: {
    field: () =>
      import('./fields/EntityField/options').then(m =>
        createFormField(forgiving(m.entityField)),
      ),
  },
});

const name = FormFieldBlueprint.make({
  name: 'camunda-identity-name',
  params: {
    field: () =>
      import('./fields/NameField/options').then(m =>
        createFormField(forgiving(m.nameField)),
      ),
  },
});

const review = FormFieldBlueprint.make({
  name: 'camunda-identity-review',
  params: {
    field: () =>
      import('./fields/ReviewField/options').then(m =>
        createFormField(forgiving(m.reviewField)),
      ),
  },
});

const connection = FormFieldBlueprint.make({
  name: 'camunda-identity-connection',
  params: {
    field: () =>
      import('./fields/ConnectionField/options').then(m =>
        createFormField(forgiving(m.connectionField)),
      ),
  },
});

const client = FormFieldBlueprint.make({
  name: 'camunda-identity-client',
  params: {
    field: () =>
      import('./fields/ClientField/options').then(m =>
        createFormField(forgiving(m.clientField)),
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
  extensions: [
    entity,
    name,
    provider,
    components,
    machineClients,
    initialClaim,
    review,
    connection,
    client,
  ],
});
