import { InputError } from '@backstage/errors';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  Connection,
  ConnectionSummary,
  InitialClaimChange,
  ListQuery,
  NewConnection,
  Page,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import {
  connectionDeletePermission,
  connectionUpdatePermission,
  describeClients,
  secretWritePermission,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsAccess } from './ConnectionsAccess';
import type {
  ConnectionsService,
  InitialClaimChangeInput,
  InitialClaimResetInput,
  ListOptions,
} from '../connections/ConnectionsService';
import { mergeRecord } from '../record/mergeRecord';
import type { Caller, CallOptions } from '../input/Caller';
import { assertCondition, untilStored } from '../input/precondition';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { StoredConnection } from '../record/StoredConnection';
import { withoutClaimValue } from '../record/view';
import type { SecretVault } from '../secrets/SecretVault';
import type { RecordGate } from './RecordGate';

function ownersOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}

/** `spec.owner` as a full entity reference; undefined if it is not a valid reference. */
function ownerAsWritten({ metadata, spec }: Entity): string | undefined {
  if (typeof spec?.owner !== 'string' || !spec.owner) return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(spec.owner, {
        defaultKind: 'group',
        defaultNamespace: metadata.namespace ?? DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    return undefined;
  }
}

function ownersFirst(entity: Entity): string | undefined {
  const owners = ownersOf(entity);
  // A group is preferred: a user who leaves should not take the record along.
  return (
    owners.find(ref => ref.startsWith('group:')) ??
    owners[0] ??
    ownerAsWritten(entity)
  );
}

/**
 * Authorizes every call, then delegates. Answers 404 for a record that the caller may not read, and 403 for one
 * that the caller may read but not change.
 */
export class AuthorizedConnectionsService
  implements ConnectionsService<ConnectionRef>
{
  readonly #inner: ConnectionsService<StoredConnection>;
  readonly #gate: RecordGate;
  readonly #access: ConnectionsAccess;
  readonly #secrets: Pick<SecretVault, 'describe'>;
  readonly #catalog: CatalogService;
  readonly #providers: ProviderContext;

  constructor(options: {
    inner: ConnectionsService<StoredConnection>;
    gate: RecordGate;
    access: ConnectionsAccess;
    secrets: Pick<SecretVault, 'describe'>;
    catalog: CatalogService;
    providers: ProviderContext;
  }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
    this.#access = options.access;
    this.#secrets = options.secrets;
    this.#catalog = options.catalog;
    this.#providers = options.providers;
  }

  async create(
    input: NewConnection,
    options: CallOptions,
  ): Promise<Connection> {
    const { caller } = options;
    await this.#access.assertMayCreate(caller);
    const entity = await this.#entity(input.entityRef, caller);
    const owner = input.owner ?? ownersFirst(entity);
    if (!owner)
      throw new InputError(
        'owner: is missing, and the entity has no owner in the catalog',
      );
    this.#access.assertOwns(caller, owner);
    this.#assertOwnsEntity(caller, entity);
    return this.#seenBy(
      caller,
      await this.#inner.create({ ...input, owner }, options),
    );
  }

  async list(
    query: ListQuery,
    options: ListOptions,
  ): Promise<Page<Connection>> {
    const readable = await this.#access.readable(options.caller);
    if (!readable)
      return { items: [], ...(query.count ? { totalItems: 0 } : {}) };
    const page = await this.#inner.list(query, { ...options, ...readable });
    return {
      ...page,
      items: page.items.map(item => this.#seenBy(options.caller, item)),
    };
  }

  async listSummaries(
    query: ListQuery,
    options: ListOptions,
  ): Promise<Page<ConnectionSummary>> {
    const readable = await this.#access.readable(options.caller);
    if (!readable)
      return { items: [], ...(query.count ? { totalItems: 0 } : {}) };
    // Summaries contain nothing that only owners may see.
    return this.#inner.listSummaries(query, { ...options, ...readable });
  }

  async get(ref: ConnectionRef, options: CallOptions): Promise<Connection> {
    const { record } = await this.#gate.admit(ref, options.caller);
    return this.#seenBy(options.caller, await this.#inner.get(record, options));
  }

  async update(
    ref: ConnectionRef,
    etag: string | undefined,
    patch: unknown,
    options: CallOptions,
  ): Promise<Connection> {
    return untilStored(etag, () => this.#update(ref, etag, patch, options));
  }

  async #update(
    ref: ConnectionRef,
    etag: string | undefined,
    patch: unknown,
    options: CallOptions,
  ): Promise<Connection> {
    const { caller } = options;
    const admitted = await this.#gate.admit(
      ref,
      caller,
      connectionUpdatePermission,
      secretWritePermission,
    );
    this.#gate.assertMayChange(
      admitted,
      caller,
      connectionUpdatePermission,
      'update',
    );
    const { record, decisions } = admitted;
    const before = record.data;
    // The decision is based on the merged record, not on the patch alone.
    const after = mergeRecord(before, patch, this.#providers);
    const isMoved =
      after.owner !== before.owner || after.entityRef !== before.entityRef;
    if (after.owner !== before.owner)
      this.#access.assertOwns(caller, after.owner);
    if (isMoved)
      this.#assertOwnsEntity(
        caller,
        await this.#entity(after.entityRef, caller),
      );
    // Permission to change some records is not permission to turn them into others.
    if (isMoved || after.provider.type !== before.provider.type)
      decisions.assert(connectionUpdatePermission, after);
    if (await this.#dropsSecrets(record, after))
      this.#gate.assertMayChange(
        admitted,
        caller,
        secretWritePermission,
        undefined,
      );
    return this.#seenBy(
      caller,
      await this.#inner.update(record, etag, patch, options),
    );
  }

  async delete(
    ref: ConnectionRef,
    etag: string | undefined,
    options: CallOptions,
  ): Promise<void> {
    return untilStored(etag, async () => {
      const { record } = await this.#gate.admitChange(
        ref,
        options.caller,
        connectionDeletePermission,
        'delete',
      );
      await this.#inner.delete(record, etag, options);
    });
  }

  async setInitialClaim(
    ref: ConnectionRef,
    options: CallOptions,
  ): Promise<Connection> {
    return this.#changed(ref, options, record =>
      this.#inner.setInitialClaim(record, options),
    );
  }

  async changeInitialClaim(
    ref: ConnectionRef,
    change: InitialClaimChangeInput,
    options: CallOptions,
  ): Promise<Connection> {
    return this.#changed(ref, options, record =>
      this.#inner.changeInitialClaim(record, change, options),
    );
  }

  async resetInitialClaim(
    ref: ConnectionRef,
    reset: InitialClaimResetInput,
    options: CallOptions,
  ): Promise<Connection> {
    return this.#changed(ref, options, record =>
      this.#inner.resetInitialClaim(record, reset, options),
    );
  }

  async listInitialClaimChanges(
    ref: ConnectionRef,
    options: CallOptions,
  ): Promise<InitialClaimChange[]> {
    const { record } = await this.#gate.admit(ref, options.caller);
    const changes = await this.#inner.listInitialClaimChanges(record, options);
    if (this.#access.owns(options.caller, record.data.owner)) return changes;
    return changes.map(({ value: _value, ...change }) => ({
      ...change,
      valueHidden: true,
    }));
  }

  #seenBy(caller: Caller, connection: Connection): Connection {
    return this.#access.owns(caller, connection.owner)
      ? connection
      : withoutClaimValue(connection);
  }

  /** Changes the current record, unless the caller named another revision. */
  async #changed(
    ref: ConnectionRef,
    { caller, condition }: CallOptions,
    change: (record: StoredConnection) => Promise<Connection>,
  ): Promise<Connection> {
    return untilStored(condition, async () => {
      const { record } = await this.#gate.admitChange(
        ref,
        caller,
        connectionUpdatePermission,
        'update',
      );
      assertCondition(record, condition);
      return this.#seenBy(caller, await change(record));
    });
  }

  /** Whether the change removes a client that has a stored secret. */
  async #dropsSecrets(
    record: StoredConnection,
    after: StoredConnection['data'],
  ): Promise<boolean> {
    if (record.hasExtras === false) return false;
    const kept = describeClients(after).map(({ key }) => key);
    const gone = describeClients(record.data).filter(
      ({ key }) => !kept.includes(key),
    );
    if (gone.length === 0) return false;
    const stored = (await this.#secrets.describe([record.id])).get(record.id);
    return gone.some(({ key }) => stored?.[key]);
  }

  #assertOwnsEntity(caller: Caller, entity: Entity) {
    this.#access.assertOwnsEntity(caller, ownersOf(entity));
  }

  async #entity(ref: string, { credentials }: Caller): Promise<Entity> {
    const entity = await this.#catalog
      .getEntityByRef(ref, { credentials })
      .catch(error => {
        // An invalid reference is refused by the record's schema; here it is simply unknown.
        if (error instanceof TypeError) return undefined;
        throw error;
      });
    if (!entity)
      throw new InputError(
        'entityRef: the catalog has no such entity that you can see',
      );
    return entity;
  }
}
