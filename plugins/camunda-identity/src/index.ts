/**
 * Camunda's OIDC connections on the entity page.
 *
 * @packageDocumentation
 */
export { camundaIdentityPlugin as default } from './plugin';
export { camundaIdentityTranslationRef } from './translation';
export { camundaIdentityApiRef, type CamundaIdentityApi } from './api';
