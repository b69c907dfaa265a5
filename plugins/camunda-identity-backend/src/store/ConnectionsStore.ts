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

/** What went with a write. */
export interface Dropped {
  /** Clients whose stored secrets went with them. */
  droppedSecrets: ClientKey[];
}

/** A record as it is stored after a write, with the health that a check may have given it meanwhile. */
export interface Replaced extends Dropped {
  stored: StoredConnection;
}

/** Keeps connection records. */
export interface ConnectionsStore {
  /**
   * @returns the record as it is stored
   * @throws ConflictError when the name is taken
   */
  insert(connection: StoredConnection): Promise<StoredConnection>;

  /**
   * @param query - with its `view`, which says how much of each record is read
   * @param filter - what the permission policy lets the caller see
   */
  list(
    query: ListQuery,
    filter?: PermissionCriteria<ConnectionFilter>,
  ): Promise<Page<ListedConnection>>;

  find(id: string): Promise<StoredConnection | undefined>;

  findByName(name: string): Promise<StoredConnection | undefined>;

  /**
   * Writes a record over its revision before; with it, where given, an entry in the history of its
   * initial claim.
   *
   * @returns undefined when somebody else was faster
   * @throws ConflictError when the new name is taken
   */
  replace(
    connection: StoredConnection,
    expectedRevision: number,
    change?: InitialClaimChange,
  ): Promise<Replaced | undefined>;

  /** @returns undefined when the record has another revision or is gone */
  remove(id: string, expectedRevision: number): Promise<Dropped | undefined>;

  /** Records whose Camunda may have another claim already, by id. */
  claimWarnings(ids: readonly string[]): Promise<Map<string, ClaimWarning>>;

  listClaimChanges(id: string): Promise<InitialClaimChange[]>;
}
