import type { ClientKey } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import type { SecretPlace } from '../secretPlace';

/**
 * One setting of a container: as a variable, as a property of its file, or as both.
 */
export interface Setting {
  /** The variable; left out where only a file can say it. */
  name?: string;
  /** Dotted property, in the spelling of Camunda's pages; left out where only a variable can say it. */
  property?: string;
  value: string | boolean | readonly string[] | SecretPlace;
  /** A variable for each entry of a list (`…_0`), instead of one with commas. */
  indexed?: true;
  /** The file of the container, where it has more than one. */
  file?: string;
  comment?: string;
  /**
   * An address between containers, which a team may have changed to an internal one: a reader takes nothing
   * from it, and it is no difference.
   */
  internalAddress?: true;
  /** Says again what another setting says: a reader goes by that one. */
  repeated?: true;
}

/** The settings of one container. */
export interface ContainerSettings {
  client: ClientKey;
  /** Name of the container, also of its files. */
  container: string;
  comments: string[];
  settings: Setting[];
  /** Name of its file of properties; `application.yaml` where it is left out. */
  file?: string;
}

/** Writes the settings of one client's container. Two clients may share one. */
export type SettingsWriter = (
  values: ConfigSource,
  inKubernetes: boolean,
) => ContainerSettings;
