import type { Config } from '@backstage/config';
import {
  readInput,
  type ProviderContext,
  type ProviderPreset,
} from 'backstage-plugin-camunda-identity-common';
import type { GuardedHttpOptions } from 'backstage-plugin-camunda-identity-node';
import type { z } from 'zod';
import type { Cadence } from '../record/cadence';
import { readAppUrl } from './readAppUrl';
import { configSchema, type RunningChecks, type ServiceAction } from './schema';
import type { EncryptionKey } from './secretKeys';

export type { RunningChecks, EncryptionKey, ServiceAction };

const ROOT = 'camundaIdentity';

/** How the background work runs; all times in milliseconds. */
export interface ScheduleConfig {
  cadence: Cadence;
  schedule: {
    enabled: boolean;
    frequencyMs: number;
    timeoutMs: number;
    concurrency: number;
  };
  retention: { maxAgeMs: number; maxReports: number };
  notifications: boolean;
}

/** `camundaIdentity` of app-config, read and validated once at start. */
export interface CamundaIdentityConfig extends ScheduleConfig {
  admins: string[];
  serviceAccess: ReadonlyMap<string, readonly ServiceAction[]>;
  providers: ProviderContext;
  presets: readonly ProviderPreset[];
  onDemandPerMinute: number;
  /** Of the app's pages of this plugin. */
  appUrl: string;
  /** When running components are asked. */
  running: RunningChecks;
  /** True: writes are for owners and admins only, whatever the permission policy allows. */
  ownershipFloor: boolean;
  /** The first encrypts, all decrypt; empty if secrets are not stored. */
  secretKeys: EncryptionKey[];
  /** Settings of requests to providers. */
  http: GuardedHttpOptions;
  /** For all checks of a run. */
  runTimeoutMs: number;
  /** The installation allows plain http or private providers by name. */
  insecureAllowed: boolean;
}

const MAX_PROBLEMS = 10;

/** A key that is not a plain name may be anything, even a secret. */
const NAME = /^[\w.-]{1,64}$/;

/** Indexes as everywhere in Backstage's configuration: presets[0].name. */
function keyOf(path: readonly PropertyKey[]): string {
  return path
    .map(part => {
      if (typeof part === 'number') return `[${part}]`;
      return NAME.test(String(part)) ? `.${String(part)}` : '.(no name)';
    })
    .join('');
}

/** Every problem with its key, in one line. */
function refusal({ issues }: z.ZodError): string {
  const problems = issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => ({
          path: [...issue.path, key],
          message: issue.message,
        }))
      : [issue],
  );
  return problems
    .slice(0, MAX_PROBLEMS)
    .map(({ path, message }) => `${ROOT}${keyOf(path)}: ${message}`)
    .join('; ');
}

function assertFloor(root: Config, ownershipFloor: boolean) {
  if (!ownershipFloor && !root.getOptionalBoolean('permission.enabled'))
    throw new Error(
      `${ROOT}.authorization.ownershipFloor: false hands every decision to the permission policy, but permission.enabled is not true`,
    );
}

/**
 * @throws Error with one line that names every key with an invalid value
 */
export function readCamundaIdentityConfig(root: Config): CamundaIdentityConfig {
  const read = readInput(configSchema, root.getOptional(ROOT));
  if (!read.success) throw new Error(refusal(read.error));
  const { http, checks, schedule, retention, ...config } = read.data;
  const { runTimeoutMs, ...guard } = http;
  const { ownershipFloor } = config.authorization;
  assertFloor(root, ownershipFloor);
  return {
    admins: config.admins,
    serviceAccess: new Map(
      config.serviceAccess.map(({ subject, actions }) => [subject, actions]),
    ),
    providers: { clouds: config.clouds },
    presets: config.presets,
    onDemandPerMinute: checks.onDemandPerMinute,
    running: checks.running,
    ownershipFloor,
    secretKeys: config.secrets.keys,
    http: {
      ...guard,
      portal:
        root.getOptionalString('app.baseUrl') ??
        root.getOptionalString('organization.name'),
    },
    runTimeoutMs,
    insecureAllowed: guard.allowPlainHttp,
    cadence: {
      everyMs: checks.every,
      minEveryMs: checks.minEvery,
      retryAfterMs: checks.retryAfter,
    },
    schedule: {
      enabled: schedule.enabled,
      frequencyMs: schedule.frequency,
      timeoutMs: schedule.timeout,
      concurrency: schedule.concurrency,
    },
    retention: { maxAgeMs: retention.maxAge, maxReports: retention.maxReports },
    notifications: config.notifications,
    appUrl: readAppUrl(root),
  };
}
