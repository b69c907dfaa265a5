import type {
  InitialClaimChange,
  ListQuery,
  Page,
} from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from './types';

/** What a check run changes on a record. Never touches what people edit. */
export type HealthUpdate = Pick<
  StoredConnection,
  'discovered' | 'verdicts' | 'recent' | 'status' | 'checkedAt'
>;

/** Keeps connection records. */
export interface ConnectionsStore {
  /** @throws ConflictError when the name is taken */
  insert(connection: StoredConnection): Promise<void>;

  list(query: ListQuery): Promise<Page<StoredConnection>>;

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

  listClaimChanges(id: string): Promise<InitialClaimChange[]>;
}
