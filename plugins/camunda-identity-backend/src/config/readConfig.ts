import type { Config } from '@backstage/config';
import type {
  ProviderContext,
  ProviderPreset,
} from 'backstage-plugin-camunda-identity-common';
import { wholeNumber } from './bounded';
import { assertKnownKeys } from './knownKeys';
import {
  readAdmins,
  readOwnershipFloor,
  readServiceAccess,
  type ServiceAction,
} from './readAccess';
import { readClouds } from './readClouds';
import { readHttpConfig, type HttpConfig } from './readHttpConfig';
import { readRunning, type RunningChecks } from './readRunning';
import { readPresets } from './readPresets';
import { readScheduleConfig, type ScheduleConfig } from './readScheduleConfig';
import { readSecretKeys, type SecretKey } from './readSecretKeys';

export type { ServiceAction };

/** `camundaIdentity` of app-config, read and validated once at start. */
export interface CamundaIdentityConfig extends ScheduleConfig, HttpConfig {
  admins: string[];
  serviceAccess: ReadonlyMap<string, readonly ServiceAction[]>;
  providers: ProviderContext;
  presets: readonly ProviderPreset[];
  onDemandPerMinute: number;
  /** When running components are asked what they send. */
  running: RunningChecks;
  /** Owners and admins only, whatever the permission policy allows. */
  ownershipFloor: boolean;
  /** The first encrypts, all decrypt; empty where secrets are not stored. */
  secretKeys: SecretKey[];
}

/**
 * @throws Error with one line that names the key, for a value that cannot be
 */
export function readCamundaIdentityConfig(root: Config): CamundaIdentityConfig {
  assertKnownKeys(root);
  const config = root.getOptionalConfig('camundaIdentity');
  const http = readHttpConfig(root);
  const providers = { clouds: readClouds(config) };
  return {
    ...http,
    ...readScheduleConfig(config, http.runTimeoutMs),
    admins: readAdmins(config),
    serviceAccess: readServiceAccess(config),
    providers,
    presets: readPresets(config, providers),
    running: readRunning(config),
    onDemandPerMinute: wholeNumber(config, 'checks.onDemandPerMinute', {
      default: 10,
      min: 1,
      max: 10_000,
    }),
    ownershipFloor: readOwnershipFloor(root),
    secretKeys: readSecretKeys(config),
  };
}
