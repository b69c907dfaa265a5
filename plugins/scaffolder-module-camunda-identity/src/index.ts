/**
 * Form fields for templates that connect Camunda to an OpenID provider.
 *
 * @packageDocumentation
 */
export { scaffolderModuleCamundaIdentity as default } from './module';
export { camundaIdentityFormsTranslationRef } from 'backstage-plugin-camunda-identity-react/forms';
