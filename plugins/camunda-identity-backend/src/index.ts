/**
 * Backend plugin `camunda-identity`.
 *
 * @packageDocumentation
 */
export { camundaIdentityPlugin as default } from './plugin';
