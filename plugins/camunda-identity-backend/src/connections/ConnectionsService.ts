import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  Connection,
  InitialClaimChange,
  ListQuery,
  NewConnection,
  Page,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionFilter } from '../access/rules';
import type { Precondition } from '../input/precondition';

/** Options of every call: who calls. */
export interface CallOptions {
  credentials: BackstageCredentials;
}

/** Options of a list. */
export interface ListOptions extends CallOptions {
  /** What the caller may see, as the permission policy says. */
  filter?: PermissionCriteria<ConnectionFilter>;
}

/** Options of a call that changes a record. */
export type WriteOptions = CallOptions & Precondition;

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
 */
export interface ConnectionsService {
  /**
   * @throws InputError for an unknown entity, ConflictError when the name is taken
   */
  create(input: NewConnection, options: CallOptions): Promise<Connection>;

  list(query: ListQuery, options: ListOptions): Promise<Page<Connection>>;

  /** @throws NotFoundError */
  get(id: string, options: CallOptions): Promise<Connection>;

  /** @throws NotFoundError */
  getByName(name: string, options: CallOptions): Promise<Connection>;

  /**
   * @param etag - of `If-Match`, where it was sent
   * @param patch - JSON merge patch (RFC 7396)
   * @throws NotFoundError, PreconditionRequiredError, PreconditionFailedError, InputError with every problem
   * of the merged record, ConflictError when it would change an initial claim that is set
   */
  update(
    id: string,
    etag: string | undefined,
    patch: unknown,
    options: WriteOptions,
  ): Promise<Connection>;

  /** @throws NotFoundError, PreconditionRequiredError, PreconditionFailedError */
  delete(
    id: string,
    etag: string | undefined,
    options: WriteOptions,
  ): Promise<void>;

  /** Camunda has started with the claim. Has no effect on one that is set. */
  setInitialClaim(id: string, options: WriteOptions): Promise<Connection>;

  /** @throws ConflictError when the claim is not set yet, or was not changed in the database */
  changeInitialClaim(
    id: string,
    change: InitialClaimChangeInput,
    options: WriteOptions,
  ): Promise<Connection>;

  /**
   * The database was recreated: the claim will be applied again.
   *
   * @throws ConflictError when it was not
   */
  resetInitialClaim(
    id: string,
    reset: InitialClaimResetInput,
    options: WriteOptions,
  ): Promise<Connection>;

  listInitialClaimChanges(
    id: string,
    options: CallOptions,
  ): Promise<InitialClaimChange[]>;
}
