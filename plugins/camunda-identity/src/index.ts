/**
 * Camunda's OIDC connections in the portal: card and tab of entities, pages.
 *
 * @packageDocumentation
 */
export { camundaIdentityPlugin as default } from './plugin';
export { camundaIdentityTranslationRef } from './translation';
export {
  camundaIdentityApiRef,
  type CamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
