import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  Connection,
  ConnectionSummary,
  InitialClaimChange,
  ListQuery,
  NewConnection,
  Page,
} from 'backstage-plugin-camunda-identity-common';
import type { CallOptions } from '../input/Caller';
import type { ConnectionFilter } from '../store/ConnectionFilter';

/** Options of a list. */
export interface ListOptions extends CallOptions {
  /** Restricts the list to what the permission policy lets the caller see. */
  filter?: PermissionCriteria<ConnectionFilter>;
}

/** The body of an initial claim's change. */
export interface InitialClaimChangeInput {
  name: string;
  value: string;
  reason: string;
  /** Must be true: nothing else changes a claim that is set. */
  changedInDatabase?: boolean;
}

/** The body of an initial claim's reset. */
export interface InitialClaimResetInput {
  reason: string;
  /** Must be true: Camunda applies the claim to a new database only. */
  databaseRecreated?: boolean;
}

/**
 * Connection records, as the API offers them. Who may do what is decided by a decorator with the same
 * interface.
 *
 * @typeParam Ref - the reference to a record: an id or name outside; behind the decorator the record itself, as read for the decision
 */
export interface ConnectionsService<Ref> {
  /**
   * @throws InputError for an unknown entity, ConflictError when the name is taken
   */
  create(input: NewConnection, options: CallOptions): Promise<Connection>;

  list(query: ListQuery, options: ListOptions): Promise<Page<Connection>>;

  /** As {@link list}, with summaries of the records. */
  listSummaries(
    query: ListQuery,
    options: ListOptions,
  ): Promise<Page<ConnectionSummary>>;

  /** @throws NotFoundError */
  get(connection: Ref, options: CallOptions): Promise<Connection>;

  /**
   * @param etag - of `If-Match`, if it was sent
   * @param patch - JSON merge patch (RFC 7396)
   * @throws NotFoundError, PreconditionRequiredError, PreconditionFailedError, InputError with every problem
   * of the merged record, ConflictError when it would change an initial claim that is set
   */
  update(
    connection: Ref,
    etag: string | undefined,
    patch: unknown,
    options: CallOptions,
  ): Promise<Connection>;

  /** @throws NotFoundError, PreconditionRequiredError, PreconditionFailedError */
  delete(
    connection: Ref,
    etag: string | undefined,
    options: CallOptions,
  ): Promise<void>;

  /** Records that Camunda has started with the claim. Has no effect if it is already set. */
  setInitialClaim(connection: Ref, options: CallOptions): Promise<Connection>;

  /** @throws ConflictError when the claim is not set yet, or was not changed in the database */
  changeInitialClaim(
    connection: Ref,
    change: InitialClaimChangeInput,
    options: CallOptions,
  ): Promise<Connection>;

  /**
   * Records that the database was recreated, so that the claim will be applied again.
   *
   * @throws ConflictError when it was not
   */
  resetInitialClaim(
    connection: Ref,
    reset: InitialClaimResetInput,
    options: CallOptions,
  ): Promise<Connection>;

  listInitialClaimChanges(
    connection: Ref,
    options: CallOptions,
  ): Promise<InitialClaimChange[]>;
}
