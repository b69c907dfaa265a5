import { ConflictError, InputError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import type {
  Connection,
  ConnectionSummary,
  InitialClaimChange,
  ListQuery,
  NewConnection,
  Page,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import { afterEdit } from '../record/health';
import type { Audit } from '../audit/Audit';
import type {
  ConnectionsService,
  InitialClaimChangeInput,
  InitialClaimResetInput,
  ListOptions,
} from './ConnectionsService';
import type { ConnectionsStore } from '../store/ConnectionsStore';
import type { RecordViews } from './RecordViews';
import { mergeRecord } from '../record/mergeRecord';
import type { CallOptions } from '../input/Caller';
import { assertEtag, staleConnection } from '../input/precondition';
import { toSummary } from '../record/summary';
import type { StoredConnection } from '../record/StoredConnection';

/** Connection records in a store. Neither authorizes nor reads records; it receives them. */
export class DefaultConnectionsService
  implements ConnectionsService<StoredConnection>
{
  readonly #store: ConnectionsStore;
  readonly #views: RecordViews;
  readonly #audit: Audit;
  readonly #providers: ProviderContext;

  constructor(options: {
    store: ConnectionsStore;
    views: RecordViews;
    audit: Audit;
    providers: ProviderContext;
  }) {
    this.#store = options.store;
    this.#views = options.views;
    this.#audit = options.audit;
    this.#providers = options.providers;
  }

  async create(
    input: NewConnection,
    { caller }: CallOptions,
  ): Promise<Connection> {
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
    return this.#views.one(await this.#store.insert(stored));
  }

  async list(
    query: ListQuery,
    { filter }: ListOptions,
  ): Promise<Page<Connection>> {
    const page = await this.#store.list(query, filter);
    return { ...page, items: await this.#views.many(page.items) };
  }

  async listSummaries(
    query: ListQuery,
    { filter }: ListOptions,
  ): Promise<Page<ConnectionSummary>> {
    const page = await this.#store.list(query, filter);
    return {
      ...page,
      items: page.items.map(stored =>
        toSummary(stored, this.#providers, query.upgradeTo),
      ),
    };
  }

  async get(stored: StoredConnection): Promise<Connection> {
    return this.#views.one(stored);
  }

  async update(
    stored: StoredConnection,
    etag: string | undefined,
    patch: unknown,
    options: CallOptions,
  ): Promise<Connection> {
    assertEtag(stored, etag);
    const data = mergeRecord(stored.data, patch, this.#providers);
    const claimChanged =
      data.initialClaim.name !== stored.data.initialClaim.name ||
      data.initialClaim.value !== stored.data.initialClaim.value;
    if (claimChanged && stored.claim.state === 'set')
      throw new ConflictError(
        'initialClaim: is set, and configuration no longer changes it. Change it in Identity or in the database, then record that with POST …/initial-claim/changes',
      );
    return this.#save(stored, { data }, options);
  }

  async delete(
    stored: StoredConnection,
    etag: string | undefined,
  ): Promise<void> {
    assertEtag(stored, etag);
    const removed = await this.#store.remove(stored.id, stored.revision);
    if (!removed) throw staleConnection();
    await this.#auditDropped(stored.id, removed.droppedSecrets);
  }

  async setInitialClaim(
    stored: StoredConnection,
    options: CallOptions,
  ): Promise<Connection> {
    if (stored.claim.state === 'set') return this.#views.one(stored);
    return this.#saveClaim(stored, { state: 'set', kind: 'set' }, options);
  }

  async changeInitialClaim(
    stored: StoredConnection,
    change: InitialClaimChangeInput,
    options: CallOptions,
  ): Promise<Connection> {
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
    stored: StoredConnection,
    { reason, databaseRecreated }: InitialClaimResetInput,
    options: CallOptions,
  ): Promise<Connection> {
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

  async listInitialClaimChanges({
    id,
  }: StoredConnection): Promise<InitialClaimChange[]> {
    return this.#store.listClaimChanges(id);
  }

  /** Secrets that were deleted with their client or record. */
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
    const { ref } = options.caller;
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
    const { ref } = options.caller;
    const next = afterEdit(stored, {
      ...stored,
      ...change,
      revision: stored.revision + 1,
      updatedAt: new Date().toISOString(),
      updatedBy: ref,
    });
    const replaced = await this.#store.replace(next, stored.revision, history);
    if (!replaced) throw staleConnection();
    await this.#auditDropped(stored.id, replaced.droppedSecrets);
    return this.#views.one(replaced.stored);
  }
}
