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
import { initialClaimField } from './fields/InitialClaimField/options';
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
    createScaffolderFieldExtension(providerField),
  );

/**
 * Asks for the components and their applications.
 *
 * @public
 */
export const CamundaIdentityComponentsFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(componentsField),
  );

/**
 * Asks for the initial claim.
 *
 * @public
 */
export const CamundaIdentityInitialClaimFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(initialClaimField),
  );

/**
 * Asks for the catalog entity that runs Camunda.
 *
 * @public
 */
export const CamundaIdentityEntityFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(entityField),
  );

/**
 * Asks for the name of the record, and says whether it is taken.
 *
 * @public
 */
export const CamundaIdentityNameFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(nameField),
  );

/**
 * Shows what was entered, as the card will.
 *
 * @public
 */
export const CamundaIdentityReviewFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(reviewField),
  );

/**
 * Asks for a record that the person may change.
 *
 * @public
 */
export const CamundaIdentityConnectionFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(connectionField),
  );

/**
 * Asks for one application of a record.
 *
 * @public
 */
export const CamundaIdentityClientFieldExtension =
  camundaIdentityFieldsPlugin.provide(
    createScaffolderFieldExtension(clientField),
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
    <CamundaIdentityInitialClaimFieldExtension />
    <CamundaIdentityEntityFieldExtension />
    <CamundaIdentityNameFieldExtension />
    <CamundaIdentityReviewFieldExtension />
    <CamundaIdentityConnectionFieldExtension />
    <CamundaIdentityClientFieldExtension />
  </>
);
