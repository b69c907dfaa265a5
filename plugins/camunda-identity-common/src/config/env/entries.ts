import type { ClientKey } from '../../camunda';
import type { ConfigValues } from '../values';
import type { SecretPlace } from '../secretPlace';

/** A variable of a container. */
export interface EnvEntry {
  name: string;
  value: string | SecretPlace;
  comment?: string;
}

/** The variables of one container. */
export interface EnvSection {
  client: ClientKey;
  /** Name of the container, also of the file. */
  container: string;
  comments: string[];
  entries: EnvEntry[];
}

/**
 * Writes the variables of one client's container. Two clients may share one.
 */
export type EnvWriter = (
  values: ConfigValues,
  inKubernetes: boolean,
) => EnvSection;
