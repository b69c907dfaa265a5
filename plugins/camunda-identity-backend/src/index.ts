/**
 * Backend plugin `camunda-identity`.
 *
 * @packageDocumentation
 */
export { camundaIdentityPlugin as default } from './plugin';
export {
  connectionConditions,
  connectionPermissionResourceRef,
  connectionPermissionRules,
  createConnectionConditionalDecision,
  type ConnectionFilter,
  type ConnectionResource,
} from './access/rules';
