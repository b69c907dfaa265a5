import { ConflictError, InputError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import type {
  Connection,
  InitialClaimChange,
  ListQuery,
  NewConnection,
  Page,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import { afterEdit } from '../record/health';
import type { Audit } from '../audit/Audit';
import type { CallerResolver } from '../access/CallerResolver';
import type {
  CallOptions,
  ConnectionsService,
  InitialClaimChangeInput,
  InitialClaimResetInput,
  ListOptions,
  WriteOptions,
} from './ConnectionsService';
import type { ConnectionsStore } from '../store/ConnectionsStore';
import type { ConnectionViews } from './ConnectionViews';
import { mergeRecord } from '../record/mergeRecord';
import { connectionNotFound } from '../input/notFound';
import {
  assertEtag,
  assertExpected,
  staleConnection,
  type Precondition,
} from '../input/precondition';
import { droppedSecrets } from '../record/secretsInView';
import type { StoredConnection } from '../record/StoredConnection';

/** Connection records in a store. Decides nothing about who may. */
export class DefaultConnectionsService implements ConnectionsService {
  readonly #store: ConnectionsStore;
  readonly #views: ConnectionViews;
  readonly #callers: CallerResolver;
  readonly #audit: Audit;
  readonly #providers: ProviderContext;

  constructor(options: {
    store: ConnectionsStore;
    views: ConnectionViews;
    callers: CallerResolver;
    audit: Audit;
    providers: ProviderContext;
  }) {
    this.#store = options.store;
    this.#views = options.views;
    this.#callers = options.callers;
    this.#audit = options.audit;
    this.#providers = options.providers;
  }

  async create(
    input: NewConnection,
    options: CallOptions,
  ): Promise<Connection> {
    const caller = await this.#callers.resolve(options.credentials);
    const { state, ...initialClaim } = input.initialClaim;
    if (!input.owner)
      throw new InputError('owner: is missing, and the entity has no owner');
    const now = new Date().toISOString();
    const stored: StoredConnection = {
      id: randomUUID(),
      revision: 1,
      data: { ...input, owner: input.owner, initialClaim },
      claim:
        state === 'set' ? { state, setAt: now, setBy: caller.ref } : { state },
      verdicts: [],
      recent: [],
      status: 'unknown',
      createdAt: now,
      createdBy: caller.ref,
      updatedAt: now,
      updatedBy: caller.ref,
    };
    await this.#store.insert(stored);
    return this.#views.one(stored);
  }

  async list(
    query: ListQuery,
    { filter }: ListOptions,
  ): Promise<Page<Connection>> {
    const page = await this.#store.list(query, filter);
    return { ...page, items: await this.#views.ofPage(page.items) };
  }

  async get(id: string): Promise<Connection> {
    return this.#views.one(await this.#load(id));
  }

  async getByName(name: string): Promise<Connection> {
    const stored = await this.#store.findByName(name);
    if (!stored) throw connectionNotFound({ name });
    return this.#views.one(stored);
  }

  async update(
    id: string,
    etag: string | undefined,
    patch: unknown,
    options: WriteOptions,
  ): Promise<Connection> {
    const stored = await this.#load(id, options);
    assertEtag(stored, etag);
    const data = mergeRecord(stored.data, patch, this.#providers);
    const claimChanged =
      data.initialClaim.name !== stored.data.initialClaim.name ||
      data.initialClaim.value !== stored.data.initialClaim.value;
    if (claimChanged && stored.claim.state === 'set')
      throw new ConflictError(
        'initialClaim: is set, and configuration no longer changes it. Change it in Identity or in the database, then record that with POST …/initial-claim/changes',
      );
    const dropped = droppedSecrets(await this.#views.one(stored), data);
    const after = await this.#save(stored, { data }, options);
    await this.#auditDropped(id, dropped);
    return after;
  }

  async delete(
    id: string,
    etag: string | undefined,
    options: WriteOptions,
  ): Promise<void> {
    const stored = await this.#load(id, options);
    assertEtag(stored, etag);
    const dropped = droppedSecrets(await this.#views.one(stored), {
      ...stored.data,
      components: {},
      machineClients: [],
    });
    if (!(await this.#store.remove(id, stored.revision)))
      throw staleConnection();
    await this.#auditDropped(id, dropped);
  }

  async setInitialClaim(
    id: string,
    options: WriteOptions,
  ): Promise<Connection> {
    const stored = await this.#load(id, options);
    if (stored.claim.state === 'set') return this.#views.one(stored);
    return this.#saveClaim(stored, { state: 'set', kind: 'set' }, options);
  }

  async changeInitialClaim(
    id: string,
    change: InitialClaimChangeInput,
    options: WriteOptions,
  ): Promise<Connection> {
    const stored = await this.#load(id, options);
    const { reason, changedInDatabase, ...claim } = change;
    if (!changedInDatabase)
      throw new ConflictError(
        'changedInDatabase: an initial claim that is set can be changed only in the database (or in Identity); confirm with true that this was done',
      );
    if (stored.claim.state !== 'set')
      throw new ConflictError(
        'initialClaim: is not set yet; change it with PATCH',
      );
    return this.#saveClaim(
      stored,
      { state: 'set', kind: 'changed', claim, reason },
      options,
    );
  }

  async resetInitialClaim(
    id: string,
    { reason, databaseRecreated }: InitialClaimResetInput,
    options: WriteOptions,
  ): Promise<Connection> {
    const stored = await this.#load(id, options);
    if (!databaseRecreated)
      throw new ConflictError(
        'databaseRecreated: Camunda applies the initial claim again only to a new database; confirm with true that it was recreated',
      );
    return this.#saveClaim(
      stored,
      { state: 'pending', kind: 'reset', reason },
      options,
    );
  }

  async listInitialClaimChanges(id: string): Promise<InitialClaimChange[]> {
    await this.#load(id);
    return this.#store.listClaimChanges(id);
  }

  /** Secrets that went with their client or their record. */
  async #auditDropped(connectionId: string, clients: readonly string[]) {
    if (clients.length === 0) return;
    await this.#audit.record(
      {
        eventId: 'secret-mutate',
        severityLevel: 'high',
        meta: { actionType: 'drop', connectionId, clients: [...clients] },
      },
      async () => {},
    );
  }

  async #load(
    id: string,
    precondition: Precondition = {},
  ): Promise<StoredConnection> {
    const stored = await this.#store.find(id);
    if (!stored) throw connectionNotFound({ id });
    assertExpected(stored, precondition);
    return stored;
  }

  async #saveClaim(
    stored: StoredConnection,
    change: {
      state: StoredConnection['claim']['state'];
      kind: InitialClaimChange['kind'];
      claim?: { name: string; value: string };
      reason?: string;
    },
    options: CallOptions,
  ): Promise<Connection> {
    const { ref } = await this.#callers.resolve(options.credentials);
    const at = new Date().toISOString();
    const initialClaim = change.claim ?? stored.data.initialClaim;
    return this.#save(
      stored,
      {
        data: { ...stored.data, initialClaim },
        claim:
          change.state === 'set'
            ? { state: 'set', setAt: at, setBy: ref }
            : { state: 'pending' },
      },
      options,
      {
        kind: change.kind,
        ...initialClaim,
        reason: change.reason,
        at,
        by: ref,
      },
    );
  }

  async #save(
    stored: StoredConnection,
    change: Partial<Pick<StoredConnection, 'data' | 'claim'>>,
    options: CallOptions,
    history?: InitialClaimChange,
  ): Promise<Connection> {
    const { ref } = await this.#callers.resolve(options.credentials);
    const next = afterEdit(stored, {
      ...stored,
      ...change,
      revision: stored.revision + 1,
      updatedAt: new Date().toISOString(),
      updatedBy: ref,
    });
    if (!(await this.#store.replace(next, stored.revision, history)))
      throw staleConnection();
    return this.#views.one(next);
  }
}
