import type { Config } from '@backstage/config';
import {
  MICROSOFT_CLOUDS,
  type MicrosoftCloud,
  type ProviderContext,
  type ProviderPreset,
} from 'backstage-plugin-camunda-identity-common';
import type { GuardedHttpOptions } from 'backstage-plugin-camunda-identity-node';
import { assertKnownKeys } from './knownKeys';
import { readPresets } from './readPresets';
import { readScheduleConfig, type ScheduleConfig } from './readScheduleConfig';
import { readSecretKeys, type SecretKey } from './readSecretKeys';

/** What a service may do beyond reading and checking. */
export type ServiceAction = 'create' | 'update' | 'delete';

const SERVICE_ACTIONS: readonly string[] = ['create', 'update', 'delete'];

/** `camundaIdentity` of app-config, read and validated once at start. */
export interface CamundaIdentityConfig extends ScheduleConfig {
  admins: string[];
  serviceAccess: ReadonlyMap<string, readonly ServiceAction[]>;
  http: GuardedHttpOptions;
  runTimeoutMs?: number;
  /** The installation allows plain http or private providers by name. */
  insecureAllowed: boolean;
  providers: ProviderContext;
  presets: readonly ProviderPreset[];
  onDemandPerMinute: number;
  /** Owners and admins only, whatever the permission policy allows. */
  ownershipFloor: boolean;
  /** The first encrypts, all decrypt; empty where secrets are not stored. */
  secretKeys: SecretKey[];
}

function readClouds(config: Config | undefined) {
  const clouds: Record<string, MicrosoftCloud> = { ...MICROSOFT_CLOUDS };
  for (const name of config?.keys() ?? []) {
    const cloud = config!.getConfig(name);
    const loginBaseUrl = cloud.getString('loginBaseUrl').replace(/\/+$/, '');
    if (!URL.canParse(loginBaseUrl))
      throw new Error(
        `camundaIdentity.microsoft.clouds.${name}.loginBaseUrl is not a URL: ${loginBaseUrl}`,
      );
    clouds[name] = { title: cloud.getString('title'), loginBaseUrl };
  }
  return clouds;
}

function readServiceAccess(config: Config | undefined) {
  const access = new Map<string, ServiceAction[]>();
  for (const entry of config?.getOptionalConfigArray('serviceAccess') ?? []) {
    const subject = entry.getString('subject');
    const actions = entry.getStringArray('actions');
    const unknown = actions.find(action => !SERVICE_ACTIONS.includes(action));
    if (unknown)
      throw new Error(
        `camundaIdentity.serviceAccess: unknown action "${unknown}" of ${subject}, expected ${SERVICE_ACTIONS.join(
          ', ',
        )}`,
      );
    if (access.has(subject))
      throw new Error(
        `camundaIdentity.serviceAccess: ${subject} stands there twice`,
      );
    access.set(subject, actions as ServiceAction[]);
  }
  return access;
}

function readAdmins(config: Config | undefined): string[] {
  const admins = config?.getOptionalStringArray('admins') ?? [];
  for (const ref of admins)
    if (!/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(ref))
      throw new Error(
        `camundaIdentity.admins: "${ref}" is no full entity reference such as group:default/platform`,
      );
  return admins.map(ref => ref.toLocaleLowerCase('en-US'));
}

function readOwnershipFloor(root: Config): boolean {
  const key = 'camundaIdentity.authorization.ownershipFloor';
  const floor = root.getOptionalBoolean(key) ?? true;
  if (!floor && !root.getOptionalBoolean('permission.enabled'))
    throw new Error(
      `${key}: false hands every decision to the permission policy, but permission.enabled is not true`,
    );
  return floor;
}

function readOnDemandLimit(config: Config | undefined): number {
  const limit = config?.getOptionalNumber('checks.onDemandPerMinute') ?? 10;
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error(
      `camundaIdentity.checks.onDemandPerMinute: expected a whole number of at least 1, not ${limit}`,
    );
  return limit;
}

function readMaxPerHost(http: Config | undefined): number | undefined {
  const max = http?.getOptionalNumber('maxPerHost');
  if (max !== undefined && !(Number.isInteger(max) && max > 0))
    throw new Error(
      `camundaIdentity.http.maxPerHost is not a positive whole number: ${max}`,
    );
  return max;
}

/**
 * @throws Error with one line that names the key, for a value that cannot be
 */
export function readCamundaIdentityConfig(root: Config): CamundaIdentityConfig {
  assertKnownKeys(root);
  const config = root.getOptionalConfig('camundaIdentity');
  const http = config?.getOptionalConfig('http');
  const allowPlainHttp = http?.getOptionalBoolean('allowPlainHttp') ?? false;
  const allowedHosts = http?.getOptionalStringArray('allowedHosts') ?? [];
  if (allowPlainHttp && allowedHosts.length === 0)
    throw new Error(
      'camundaIdentity.http.allowPlainHttp has no effect without camundaIdentity.http.allowedHosts',
    );
  const providers = {
    clouds: readClouds(config?.getOptionalConfig('microsoft.clouds')),
  };
  return {
    admins: readAdmins(config),
    serviceAccess: readServiceAccess(config),
    http: {
      allowPlainHttp,
      allowedHosts,
      allowedNetworks: http?.getOptionalStringArray('allowedNetworks'),
      caFiles: http?.getOptionalStringArray('caFiles'),
      requestTimeoutMs: http?.getOptionalNumber('requestTimeoutMs'),
      maxPerHost: readMaxPerHost(http),
      portal:
        root.getOptionalString('app.baseUrl') ??
        root.getOptionalString('organization.name'),
    },
    runTimeoutMs: http?.getOptionalNumber('runTimeoutMs'),
    insecureAllowed: allowPlainHttp,
    providers,
    presets: readPresets(config, providers),
    ...readScheduleConfig(config),
    onDemandPerMinute: readOnDemandLimit(config),
    ownershipFloor: readOwnershipFloor(root),
    secretKeys: readSecretKeys(config),
  };
}
