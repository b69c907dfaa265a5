import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  Connection,
  InitialClaimChange,
  ListQuery,
  NewConnection,
  Page,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionFilter } from '../permissions/rules';

/** Options of every call: who calls. */
export interface CallOptions {
  credentials: BackstageCredentials;
}

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
   * @param patch - JSON merge patch (RFC 7396)
   * @throws NotFoundError, PreconditionFailedError, InputError with every problem of the merged record,
   * ConflictError when it would change an initial claim that is set
   */
  update(
    id: string,
    etag: string,
    patch: unknown,
    options: CallOptions,
  ): Promise<Connection>;

  /** @throws NotFoundError, PreconditionFailedError */
  delete(id: string, etag: string, options: CallOptions): Promise<void>;

  /** Camunda has started with the claim. Has no effect on one that is set. */
  setInitialClaim(id: string, options: CallOptions): Promise<Connection>;

  /** @throws ConflictError when the claim is not set yet */
  changeInitialClaim(
    id: string,
    change: InitialClaimChangeInput,
    options: CallOptions,
  ): Promise<Connection>;

  /** The database was recreated: the claim will be applied again. */
  resetInitialClaim(
    id: string,
    reason: string,
    options: CallOptions,
  ): Promise<Connection>;

  listInitialClaimChanges(
    id: string,
    options: CallOptions,
  ): Promise<InitialClaimChange[]>;
}
