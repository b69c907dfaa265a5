import { InputError, NotAllowedError } from '@backstage/errors';
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
import type {
  CamundaIdentityConfig,
  ServiceAction,
} from '../config/readConfig';
import type { CallerResolver } from './CallerResolver';
import type {
  CallOptions,
  ConnectionsService,
  InitialClaimChangeInput,
} from './ConnectionsService';
import { mergeRecord } from './mergeRecord';
import type { Caller } from './types';
import { toInput, withoutClaimValue } from './view';

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
 * Decides who may, then delegates. Reading is for everybody who is signed in; writing for the owners and
 * the admins; the rule holds whether Backstage's permissions are on or off.
 */
export class AuthorizedConnectionsService implements ConnectionsService {
  readonly #inner: ConnectionsService;
  readonly #callers: CallerResolver;
  readonly #catalog: CatalogService;
  readonly #config: Pick<CamundaIdentityConfig, 'admins' | 'serviceAccess'>;
  readonly #providers: ProviderContext;

  constructor(options: {
    inner: ConnectionsService;
    callers: CallerResolver;
    catalog: CatalogService;
    config: Pick<
      CamundaIdentityConfig,
      'admins' | 'serviceAccess' | 'providers'
    >;
  }) {
    this.#inner = options.inner;
    this.#callers = options.callers;
    this.#catalog = options.catalog;
    this.#config = options.config;
    this.#providers = options.config.providers;
  }

  async create(
    input: NewConnection,
    options: CallOptions,
  ): Promise<Connection> {
    const caller = await this.#callers.resolve(options.credentials);
    this.#assertService(caller, 'create');
    const entity = await this.#entity(input.entityRef, options);
    const owner = input.owner ?? ownersFirst(entity);
    if (!owner)
      throw new InputError(
        `owner: is missing, and ${input.entityRef} has no owner in the catalog`,
      );
    this.#assertOwns(caller, owner);
    this.#assertOwnsEntity(caller, entity);
    return this.#seenBy(
      caller,
      await this.#inner.create({ ...input, owner }, options),
    );
  }

  async list(
    query: ListQuery,
    options: CallOptions,
  ): Promise<Page<Connection>> {
    const caller = await this.#callers.resolve(options.credentials);
    const page = await this.#inner.list(query, options);
    return {
      ...page,
      items: page.items.map(item => this.#seenBy(caller, item)),
    };
  }

  async get(id: string, options: CallOptions): Promise<Connection> {
    const caller = await this.#callers.resolve(options.credentials);
    return this.#seenBy(caller, await this.#inner.get(id, options));
  }

  async getByName(name: string, options: CallOptions): Promise<Connection> {
    const caller = await this.#callers.resolve(options.credentials);
    return this.#seenBy(caller, await this.#inner.getByName(name, options));
  }

  async update(
    id: string,
    etag: string,
    patch: unknown,
    options: CallOptions,
  ): Promise<Connection> {
    const caller = await this.#assertMayChange(id, 'update', options);
    // What the record becomes decides, not what the patch seems to say.
    const before = await this.#inner.get(id, options);
    const after = mergeRecord(toInput(before), patch, this.#providers);
    if (after.owner !== before.owner) this.#assertOwns(caller, after.owner);
    if (after.owner !== before.owner || after.entityRef !== before.entityRef)
      this.#assertOwnsEntity(
        caller,
        await this.#entity(after.entityRef, options),
      );
    return this.#seenBy(
      caller,
      await this.#inner.update(id, etag, patch, options),
    );
  }

  async delete(id: string, etag: string, options: CallOptions): Promise<void> {
    await this.#assertMayChange(id, 'delete', options);
    return this.#inner.delete(id, etag, options);
  }

  async setInitialClaim(id: string, options: CallOptions): Promise<Connection> {
    const caller = await this.#assertMayChange(id, 'update', options);
    return this.#seenBy(caller, await this.#inner.setInitialClaim(id, options));
  }

  async changeInitialClaim(
    id: string,
    change: InitialClaimChangeInput,
    options: CallOptions,
  ): Promise<Connection> {
    const caller = await this.#assertMayChange(id, 'update', options);
    return this.#seenBy(
      caller,
      await this.#inner.changeInitialClaim(id, change, options),
    );
  }

  async resetInitialClaim(
    id: string,
    reason: string,
    options: CallOptions,
  ): Promise<Connection> {
    const caller = await this.#assertMayChange(id, 'update', options);
    return this.#seenBy(
      caller,
      await this.#inner.resetInitialClaim(id, reason, options),
    );
  }

  async listInitialClaimChanges(
    id: string,
    options: CallOptions,
  ): Promise<InitialClaimChange[]> {
    const caller = await this.#callers.resolve(options.credentials);
    const { owner } = await this.#inner.get(id, options);
    const changes = await this.#inner.listInitialClaimChanges(id, options);
    if (this.#owns(caller, owner)) return changes;
    return changes.map(({ value: _value, ...change }) => ({
      ...change,
      valueHidden: true,
    }));
  }

  #isAdmin({ ownership }: Caller): boolean {
    return ownership.some(ref => this.#config.admins.includes(ref));
  }

  #owns(caller: Caller, owner: string): boolean {
    return caller.ownership.includes(owner) || this.#isAdmin(caller);
  }

  #seenBy(caller: Caller, connection: Connection): Connection {
    return this.#owns(caller, connection.owner)
      ? connection
      : withoutClaimValue(connection);
  }

  /** Users pass; a service needs to be named for the action. */
  #assertService(caller: Caller, action: ServiceAction) {
    if (caller.kind === 'user') return;
    if (!this.#config.serviceAccess.get(caller.ref)?.includes(action))
      throw new NotAllowedError(
        `The service ${caller.ref} may not ${action} connections; an administrator allows it in camundaIdentity.serviceAccess`,
      );
  }

  #assertOwns(caller: Caller, owner: string) {
    if (caller.kind === 'user' && !this.#owns(caller, owner))
      throw new NotAllowedError(
        `You do not belong to ${owner}; only its members may do this`,
      );
  }

  #assertOwnsEntity(caller: Caller, entity: Entity) {
    if (caller.kind === 'service' || this.#isAdmin(caller)) return;
    const owners = ownersOf(entity);
    if (!owners.some(ref => caller.ownership.includes(ref)))
      throw new NotAllowedError(
        `You do not own ${stringifyEntityRef(entity)}; it is owned by ${
          owners.join(', ') || 'nobody'
        }`,
      );
  }

  async #assertMayChange(
    id: string,
    action: ServiceAction,
    options: CallOptions,
  ): Promise<Caller> {
    // Reads first, so that a record that does not exist is 404 and not 403.
    const { owner } = await this.#inner.get(id, options);
    const caller = await this.#callers.resolve(options.credentials);
    this.#assertService(caller, action);
    this.#assertOwns(caller, owner);
    return caller;
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
