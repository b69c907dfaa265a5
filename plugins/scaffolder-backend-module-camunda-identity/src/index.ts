/**
 * Scaffolder actions for Camunda's OIDC connections.
 *
 * @packageDocumentation
 */
export { scaffolderModuleCamundaIdentity as default } from './module';
