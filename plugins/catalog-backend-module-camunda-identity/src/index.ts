/**
 * Connection records as catalog entities.
 *
 * @packageDocumentation
 */
export { catalogModuleCamundaIdentity as default } from './module';
