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
  /** What the caller may see, as the permission policy says. */
  filter?: PermissionCriteria<ConnectionFilter>;
}

/** The body of an initial claim's change. */
export interface InitialClaimChangeInput {
  name: string;
  value: string;
  reason: string;
  /** Without this it is refused: nothing else changes a claim that is set. */
  changedInDatabase?: boolean;
}

/** The body of an initial claim's reset. */
export interface InitialClaimResetInput {
  reason: string;
  /** Without this it is refused: Camunda applies the claim to a new database only. */
  databaseRecreated?: boolean;
}

/**
 * Connection records, as the API offers them. Who may do what is decided by a decorator with the same
 * interface.
 *
 * @typeParam Ref - how a record is named: at the doors by id or name; behind the decorator it is the record
 * itself, as it was read and decided on
 */
export interface ConnectionsService<Ref> {
  /**
   * @throws InputError for an unknown entity, ConflictError when the name is taken
   */
  create(input: NewConnection, options: CallOptions): Promise<Connection>;

  list(query: ListQuery, options: ListOptions): Promise<Page<Connection>>;

  /** As {@link list}, with what a list shows of each record only. */
  listSummaries(
    query: ListQuery,
    options: ListOptions,
  ): Promise<Page<ConnectionSummary>>;

  /** @throws NotFoundError */
  get(connection: Ref, options: CallOptions): Promise<Connection>;

  /**
   * @param etag - of `If-Match`, where it was sent
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

  /** Camunda has started with the claim. Has no effect on one that is set. */
  setInitialClaim(connection: Ref, options: CallOptions): Promise<Connection>;

  /** @throws ConflictError when the claim is not set yet, or was not changed in the database */
  changeInitialClaim(
    connection: Ref,
    change: InitialClaimChangeInput,
    options: CallOptions,
  ): Promise<Connection>;

  /**
   * The database was recreated: the claim will be applied again.
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
