import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import type { ProviderCheck } from './checks/types';

/**
 * Takes checks and provider profiles of other backend modules.
 *
 * @public
 */
export interface CamundaIdentityProviderChecksExtensionPoint {
  /**
   * Adds a check to every run. Its codes begin with an area of their own, such as `acme.`, and are described
   * in its `definitions`, which join the catalogue.
   */
  addCheck(check: ProviderCheck): void;
  /** Adds the profile of a product; it is tried before the built-in ones. */
  addProfile(profile: ProviderProfile): void;
}

/**
 * Where another backend module adds a check or a profile.
 *
 * @public
 */
export const camundaIdentityProviderChecksExtensionPoint =
  createExtensionPoint<CamundaIdentityProviderChecksExtensionPoint>({
    id: 'camunda-identity.provider-checks',
  });
