import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import type { ProviderCheck } from './checks/types';

/**
 * Accepts checks and provider profiles from other backend modules.
 *
 * @public
 */
export interface CamundaIdentityProviderChecksExtensionPoint {
  /**
   * Adds a check to every run. Its codes start with an area of their own, such as `acme.`, and are described in
   * its `definitions`, which are added to the catalogue.
   */
  addCheck(check: ProviderCheck): void;
  /** Adds the profile of a product; it is tried before the built-in ones. */
  addProfile(profile: ProviderProfile): void;
}

/**
 * Extension point through which other backend modules add checks and profiles.
 *
 * @public
 */
export const camundaIdentityProviderChecksExtensionPoint =
  createExtensionPoint<CamundaIdentityProviderChecksExtensionPoint>({
    id: 'camunda-identity.provider-checks',
  });
