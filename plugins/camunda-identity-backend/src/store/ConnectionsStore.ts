import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  InitialClaimChange,
  ListQuery,
  Page,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionFilter } from '../access/rules';
import type { ClaimWarning } from './claimMemory';
import type { StoredConnection } from '../record/StoredConnection';

/** What a check run changes on a record. Never touches what people edit. */
export type HealthUpdate = Pick<
  StoredConnection,
  'discovered' | 'verdicts' | 'recent' | 'status' | 'checkedAt'
>;

/** Keeps connection records. */
export interface ConnectionsStore {
  /** @throws ConflictError when the name is taken */
  insert(connection: StoredConnection): Promise<void>;

  /** @param filter - what the permission policy lets the caller see */
  list(
    query: ListQuery,
    filter?: PermissionCriteria<ConnectionFilter>,
  ): Promise<Page<StoredConnection>>;

  find(id: string): Promise<StoredConnection | undefined>;

  findByName(name: string): Promise<StoredConnection | undefined>;

  /**
   * Writes a record over its revision before; with it, where given, an entry in the history of its
   * initial claim.
   *
   * @returns false when somebody else was faster
   * @throws ConflictError when the new name is taken
   */
  replace(
    connection: StoredConnection,
    expectedRevision: number,
    change?: InitialClaimChange,
  ): Promise<boolean>;

  /** @returns false when the record has another revision or is gone */
  remove(id: string, expectedRevision: number): Promise<boolean>;

  /** Records whose Camunda may have another claim already, by id. */
  claimWarnings(ids: readonly string[]): Promise<Map<string, ClaimWarning>>;

  listClaimChanges(id: string): Promise<InitialClaimChange[]>;
}
