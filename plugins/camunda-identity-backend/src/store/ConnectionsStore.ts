import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  ClientKey,
  InitialClaimChange,
  ListQuery,
  Page,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionFilter } from './ConnectionFilter';
import type { ClaimWarning } from '../record/ClaimWarning';
import type {
  ListedConnection,
  StoredConnection,
} from '../record/StoredConnection';

/** What a write deleted along with the record or client. */
export interface Dropped {
  /** Clients whose stored secrets were deleted with them. */
  droppedSecrets: ClientKey[];
}

/** The stored record after a write, with the health that a concurrent check may have stored. */
export interface Replaced extends Dropped {
  stored: StoredConnection;
}

/** Stores connection records. */
export interface ConnectionsStore {
  /**
   * @returns the stored record
   * @throws ConflictError when the name is taken
   */
  insert(connection: StoredConnection): Promise<StoredConnection>;

  /**
   * @param query - its `view` determines how much of each record is read
   * @param filter - restricts the result to what the permission policy allows
   */
  list(
    query: ListQuery,
    filter?: PermissionCriteria<ConnectionFilter>,
  ): Promise<Page<ListedConnection>>;

  find(id: string): Promise<StoredConnection | undefined>;

  findByName(name: string): Promise<StoredConnection | undefined>;

  /**
   * Replaces the previous revision of a record, and adds an entry to the history of its initial claim if one is
   * given.
   *
   * @returns undefined if somebody else was faster
   * @throws ConflictError when the new name is taken
   */
  replace(
    connection: StoredConnection,
    expectedRevision: number,
    change?: InitialClaimChange,
  ): Promise<Replaced | undefined>;

  /** @returns undefined if the record has another revision or is gone */
  remove(id: string, expectedRevision: number): Promise<Dropped | undefined>;

  /** Warnings, by record id, that Camunda may already have another initial claim. */
  claimWarnings(ids: readonly string[]): Promise<Map<string, ClaimWarning>>;

  listClaimChanges(id: string): Promise<InitialClaimChange[]>;
}
