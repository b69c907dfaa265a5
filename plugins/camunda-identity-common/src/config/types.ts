import type { CamundaVersion, ClientKey } from '../camunda';
import type { Finding } from '../checks';
import type { Components } from '../connections/components';
import type { MachineClient } from '../connections/machineClients';
import type { Discovered, Provider } from '../providers';

/** @public */
export const CONFIG_FORMATS = [
  'env',
  'helm',
  'application-yaml',
  'kubernetes-secret',
] as const;

/** @public */
export type ConfigFormat = (typeof CONFIG_FORMATS)[number];

/** @public */
export const ENV_STYLES = ['dotenv', 'compose', 'kubernetes'] as const;

/** @public */
export type EnvStyle = (typeof ENV_STYLES)[number];

/**
 * What configuration is written from: a record with what checks have discovered.
 *
 * @public
 */
export interface ConfigInput {
  name: string;
  camundaVersion: CamundaVersion;
  provider: Provider;
  components: Components;
  machineClients?: readonly MachineClient[];
  /** The value is missing where the reader may not see it: a placeholder stands in its place. */
  initialClaim: { name: string; value?: string; state?: 'pending' | 'set' };
  discovered?: Discovered;
}

/** @public */
export interface ConfigFile {
  /** Relative, with forward slashes. */
  path: string;
  mediaType: string;
  content: string;
}

/** @public */
export interface ConfigOutput {
  files: ConfigFile[];
  /** Everything in one file, as `Accept: text/plain` answers it. */
  combined: ConfigFile;
  findings: Finding[];
}

/** @public */
export interface ConfigOptions {
  format: ConfigFormat;
  /** Of `env`; dotenv by default. */
  style?: EnvStyle;
  /** One client, or all. */
  component?: ClientKey | 'all';
  /** Another version than the record's. */
  camundaVersion?: CamundaVersion;
}

/**
 * Forms whose keys are those of the writers.
 *
 * @public
 */
export type KeyedFormat = Exclude<ConfigFormat, 'kubernetes-secret'>;
