import type { CamundaVersion } from '../../camunda';
import type { Finding } from '../../checks';
import type { ConfigFormat, EnvStyle } from '../types';

/** A key of a file that somebody has. */
export interface FileKey {
  /** Name that the file gives to the container, where it gives one. */
  container?: string;
  /** Image of the container, where the file names it. */
  image?: string;
  /** An entry of a list of names and values, by its name. */
  inList?: boolean;
  path: readonly string[];
  value: string | readonly string[];
  /** From 1. */
  line: number;
  /** A YAML scalar that Helm reads as something else than text: a number, a date, true. */
  notText?: boolean;
}

/**
 * Thrown for a file that cannot be read at all; the message is for people and holds no value of the file.
 *
 * @public
 */
export class UnreadableConfigError extends Error {
  name = 'UnreadableConfigError';
}

/**
 * What a file says, in a record's terms. Members that have the record's default are left out.
 *
 * @public
 */
export interface RecordValues {
  provider?: Record<string, unknown>;
  components: Record<string, Record<string, unknown>>;
  initialClaim?: { name?: string; value?: string };
}

/** @public */
export interface UnknownKey {
  container?: string;
  key: string;
  line: number;
  /** The known name that it most likely means. */
  nearest?: string;
}

/** @public */
export interface ReadOutput {
  format: ConfigFormat;
  style?: EnvStyle;
  camundaVersion: CamundaVersion;
  values: RecordValues;
  /** Where each member of `values` stands: dotted path to key and line. */
  sources: Record<string, { key: string; line: number }>;
  /** Keys that no form of this version has. */
  unknown: UnknownKey[];
  /** Secrets that a manifest holds: names and keys only. */
  kubernetesSecrets?: Array<{ name: string; key: string; line: number }>;
  findings: Finding[];
}

/** @public */
export interface ReadOptions {
  format: ConfigFormat;
  content: string;
  camundaVersion: CamundaVersion;
}
