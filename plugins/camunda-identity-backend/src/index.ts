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
  type ConnectionResource,
} from './access/rules';
export type { ConnectionFilter } from './store/ConnectionFilter';
