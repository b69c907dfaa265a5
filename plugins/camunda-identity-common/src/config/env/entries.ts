import type { ClientKey } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import type { SecretPlace } from '../secretPlace';

/** A variable of a container. */
export interface EnvEntry {
  name: string;
  value: string | SecretPlace;
  comment?: string;
  /**
   * An address between containers, which a team may have changed to an internal one: a reader takes nothing
   * from it, and it is no difference.
   */
  internalAddress?: true;
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
  values: ConfigSource,
  inKubernetes: boolean,
) => EnvSection;
