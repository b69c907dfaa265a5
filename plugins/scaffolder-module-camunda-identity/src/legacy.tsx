/**
 * The same for apps that are still built with `createApp` of `@backstage/app-defaults`: children of
 * `ScaffolderFieldExtensions`.
 *
 * @packageDocumentation
 */
import { createPlugin } from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { clientField } from './fields/ClientField/options';
import { componentsField } from './fields/ComponentsField/options';
import { connectionField } from './fields/ConnectionField/options';
import { entityField } from './fields/EntityField/options';
import { forgiving } from './fields/forgiving';
import { initialClaimField } from './fields/InitialClaimField/options';
import { machineClientsField } from './fields/MachineClientsField/options';
import { nameField } from './fields/NameField/options';
import { providerField } from './fields/ProviderField/options';
import { reviewField } from './fields/ReviewField/options';

/**
 * What the form fields belong to.
 *
 * @public
 */
export const camundaIdentityFieldsPlugin = createPlugin({
  id: 'scaffolder-camunda-identity',
});

/**
 * Asks for the provider, and checks it while it is typed.
 *
 * @public
 */
export const CamundaIdentityProviderFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(forgiving(providerField)),
  );

/**
 * Asks for the components and their applications.
 *
 * @public
 */
export const CamundaIdentityComponentsFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(forgiving(componentsField)),
  );

/**
 * Asks for programs of the team's own that call Camunda.
 *
 * @public
 */
export const CamundaIdentityMachineClientsFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(forgiving(machineClientsField)),
  );

/**
 * Asks for the initial claim.
 *
 * @public
 */
export const CamundaIdentityInitialClaimFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(forgiving(initialClaimField)),
  );

/**
 * Asks for the catalog entity that runs Camunda.
 *
 * @public
 */
export const CamundaIdentityEntityFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(forgiving(entityField)),
  );

/**
 * Asks for the name of the record, and says whether it is taken.
 *
 * @public
 */
export const CamundaIdentityNameFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(forgiving(nameField)),
  );

/**
 * Shows what was entered, as the card will.
 *
 * @public
 */
export const CamundaIdentityReviewFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(forgiving(reviewField)),
  );

/**
 * Asks for a record that the person may change.
 *
 * @public
 */
export const CamundaIdentityConnectionFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(forgiving(connectionField)),
  );

/**
 * Asks for one application of a record.
 *
 * @public
 */
export const CamundaIdentityClientFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(forgiving(clientField)),
  );

/**
 * All of them, for the templates of the suite: a child of `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const camundaIdentityFieldExtensions = (
  <>
    <CamundaIdentityProviderFieldExtension />
    <CamundaIdentityComponentsFieldExtension />
    <CamundaIdentityMachineClientsFieldExtension />
    <CamundaIdentityInitialClaimFieldExtension />
    <CamundaIdentityEntityFieldExtension />
    <CamundaIdentityNameFieldExtension />
    <CamundaIdentityReviewFieldExtension />
    <CamundaIdentityConnectionFieldExtension />
    <CamundaIdentityClientFieldExtension />
  </>
);
