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
  InitialClaimChange,
  ListQuery,
  NewConnection,
  Page,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import {
  connectionDeletePermission,
  connectionUpdatePermission,
  secretWritePermission,
} from 'backstage-plugin-camunda-identity-common';
import type { ConnectionsAccess } from './ConnectionsAccess';
import type {
  CallOptions,
  ConnectionsService,
  InitialClaimChangeInput,
  InitialClaimResetInput,
  ListOptions,
  WriteOptions,
} from '../connections/ConnectionsService';
import { mergeRecord } from '../record/mergeRecord';
import { connectionNotFound } from '../input/notFound';
import { untilStored } from '../input/precondition';
import { droppedSecrets } from '../record/secretsInView';
import type { Caller } from '../record/StoredConnection';
import { toInput, withoutClaimValue } from '../record/view';

function ownersOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}

/** `spec.owner` as its author wrote it, made a full reference; undefined for what is none. */
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
  // A group where there is one: a user who leaves should not take the record along.
  return (
    owners.find(ref => ref.startsWith('group:')) ??
    owners[0] ??
    ownerAsWritten(entity)
  );
}

/**
 * Decides who may, then delegates. A record that the caller may not read is not there for that caller; one
 * that can be read but not changed is refused.
 */
export class AuthorizedConnectionsService implements ConnectionsService {
  readonly #inner: ConnectionsService;
  readonly #access: ConnectionsAccess;
  readonly #catalog: CatalogService;
  readonly #providers: ProviderContext;

  constructor(options: {
    inner: ConnectionsService;
    access: ConnectionsAccess;
    catalog: CatalogService;
    providers: ProviderContext;
  }) {
    this.#inner = options.inner;
    this.#access = options.access;
    this.#catalog = options.catalog;
    this.#providers = options.providers;
  }

  async create(
    input: NewConnection,
    options: CallOptions,
  ): Promise<Connection> {
    const caller = await this.#access.resolve(options.credentials);
    await this.#access.assertMayCreate(caller, options.credentials);
    const entity = await this.#entity(input.entityRef, options);
    const owner = input.owner ?? ownersFirst(entity);
    if (!owner)
      throw new InputError(
        `owner: is missing, and ${input.entityRef} has no owner in the catalog`,
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
    const readable = await this.#access.readable(options.credentials);
    if (!readable)
      return { items: [], ...(query.count ? { totalItems: 0 } : {}) };
    const caller = await this.#access.resolve(options.credentials);
    const page = await this.#inner.list(query, { ...options, ...readable });
    return {
      ...page,
      items: page.items.map(item => this.#seenBy(caller, item)),
    };
  }

  async get(id: string, options: CallOptions): Promise<Connection> {
    const caller = await this.#access.resolve(options.credentials);
    return this.#seenBy(caller, await this.#readable(id, options));
  }

  async getByName(name: string, options: CallOptions): Promise<Connection> {
    const caller = await this.#access.resolve(options.credentials);
    const connection = await this.#inner.getByName(name, options);
    if (!(await this.#access.mayRead(connection, options.credentials)))
      throw connectionNotFound({ name });
    return this.#seenBy(caller, connection);
  }

  async update(
    id: string,
    etag: string | undefined,
    patch: unknown,
    options: CallOptions,
  ): Promise<Connection> {
    return untilStored(etag, () => this.#update(id, etag, patch, options));
  }

  async #update(
    id: string,
    etag: string | undefined,
    patch: unknown,
    options: CallOptions,
  ): Promise<Connection> {
    const { before, caller, decided } = await this.#changeable(id, options);
    // What the record becomes decides, not what the patch seems to say.
    const after = mergeRecord(toInput(before), patch, this.#providers);
    const isMoved =
      after.owner !== before.owner || after.entityRef !== before.entityRef;
    if (after.owner !== before.owner)
      this.#access.assertOwns(caller, after.owner);
    if (isMoved)
      this.#assertOwnsEntity(
        caller,
        await this.#entity(after.entityRef, options),
      );
    // A policy that lets somebody change some records does not let them turn one into another.
    if (isMoved || after.provider.type !== before.provider.type)
      await this.#access.assertAllowed(
        after,
        connectionUpdatePermission,
        options.credentials,
      );
    if (droppedSecrets(before, after).length > 0)
      await this.#access.assertMayChange(
        before,
        secretWritePermission,
        undefined,
        options.credentials,
      );
    return this.#seenBy(
      caller,
      await this.#inner.update(id, etag, patch, decided),
    );
  }

  async delete(
    id: string,
    etag: string | undefined,
    options: CallOptions,
  ): Promise<void> {
    return untilStored(etag, async () => {
      const connection = await this.#readable(id, options);
      await this.#access.assertMayChange(
        connection,
        connectionDeletePermission,
        'delete',
        options.credentials,
      );
      await this.#inner.delete(id, etag, {
        ...options,
        expected: connection.etag,
      });
    });
  }

  async setInitialClaim(id: string, options: CallOptions): Promise<Connection> {
    return this.#changed(id, options, decided =>
      this.#inner.setInitialClaim(id, decided),
    );
  }

  async changeInitialClaim(
    id: string,
    change: InitialClaimChangeInput,
    options: CallOptions,
  ): Promise<Connection> {
    return this.#changed(id, options, decided =>
      this.#inner.changeInitialClaim(id, change, decided),
    );
  }

  async resetInitialClaim(
    id: string,
    reset: InitialClaimResetInput,
    options: CallOptions,
  ): Promise<Connection> {
    return this.#changed(id, options, decided =>
      this.#inner.resetInitialClaim(id, reset, decided),
    );
  }

  async listInitialClaimChanges(
    id: string,
    options: CallOptions,
  ): Promise<InitialClaimChange[]> {
    const caller = await this.#access.resolve(options.credentials);
    const { owner } = await this.#readable(id, options);
    const changes = await this.#inner.listInitialClaimChanges(id, options);
    if (this.#access.owns(caller, owner)) return changes;
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

  #assertOwnsEntity(caller: Caller, entity: Entity) {
    this.#access.assertOwnsEntity(
      caller,
      stringifyEntityRef(entity),
      ownersOf(entity),
    );
  }

  /** @throws NotFoundError for a record that is not there, or not for this caller */
  async #readable(id: string, options: CallOptions): Promise<Connection> {
    const connection = await this.#inner.get(id, options);
    if (!(await this.#access.mayRead(connection, options.credentials)))
      throw connectionNotFound({ id });
    return connection;
  }

  /** Changes a record as it is, which no condition of the caller's limits. */
  async #changed(
    id: string,
    options: CallOptions,
    change: (decided: WriteOptions) => Promise<Connection>,
  ): Promise<Connection> {
    return untilStored(undefined, async () => {
      const { caller, decided } = await this.#changeable(id, options);
      return this.#seenBy(caller, await change(decided));
    });
  }

  async #changeable(
    id: string,
    options: CallOptions,
  ): Promise<{ before: Connection; caller: Caller; decided: WriteOptions }> {
    const before = await this.#readable(id, options);
    const caller = await this.#access.assertMayChange(
      before,
      connectionUpdatePermission,
      'update',
      options.credentials,
    );
    return { before, caller, decided: { ...options, expected: before.etag } };
  }

  async #entity(ref: string, { credentials }: CallOptions): Promise<Entity> {
    const entity = await this.#catalog
      .getEntityByRef(ref, { credentials })
      .catch(error => {
        // What is no reference at all is the record's schema's to refuse; here it is just unknown.
        if (error instanceof TypeError) return undefined;
        throw error;
      });
    if (!entity)
      throw new InputError(
        `entityRef: the catalog has no entity ${ref} that you can see`,
      );
    return entity;
  }
}
