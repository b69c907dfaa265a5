import type {
  AuthService,
  DiscoveryService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  ApiError,
  CamundaIdentityClient,
  CONNECTIONS_TOPIC,
  PLUGIN_ID,
  type Connection,
} from 'backstage-plugin-camunda-identity-common/client';
import { LOCATION, refOf, toEntity } from './toEntity';

const PAGE_SIZE = 200;

function deferred(connection: Connection) {
  return { entity: toEntity(connection), locationKey: LOCATION };
}

/**
 * Keeps the catalog's entities of connection records up to date: one record when an event tells of it, all
 * of them on schedule.
 */
export class ConnectionEntityProvider implements EntityProvider {
  readonly #options: {
    auth: AuthService;
    discovery: DiscoveryService;
    events: EventsService;
    logger: LoggerService;
    schedule: SchedulerServiceTaskRunner;
    api?: Entity;
  };
  #connection?: EntityProviderConnection;
  #running: Promise<unknown> = Promise.resolve();
  #next?: Promise<void>;
  /** What the next turn has to do. */
  #pending = { all: false, ids: new Set<string>() };
  /** Entity references by record id, as far as this replica has seen them. */
  readonly #refs = new Map<string, string>();

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    events: EventsService;
    logger: LoggerService;
    /** A full refresh, in case an event was lost. */
    schedule: SchedulerServiceTaskRunner;
    /** The HTTP API itself, where it is to stand in the catalog. */
    api?: Entity;
  }) {
    this.#options = options;
  }

  getProviderName(): string {
    return LOCATION;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    const { events, logger, schedule } = this.#options;
    await schedule.run({
      id: 'camunda-identity-refresh-connections',
      fn: () => this.refresh(),
    });
    await events.subscribe({
      id: 'catalog-camunda-identity',
      topics: [CONNECTIONS_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const id = (eventPayload as { id?: unknown } | undefined)?.id;
        const turn =
          typeof id === 'string' ? this.refreshOne(id) : this.refresh();
        await turn.catch(error =>
          // The scheduled refresh makes up for it.
          logger.warn(`Connections could not be refreshed: ${error}`),
        );
      },
    });
  }

  /** Reads every record and hands them to the catalog. */
  refresh(): Promise<void> {
    this.#pending.all = true;
    return this.#turn();
  }

  /** Reads a record that was created, changed or deleted, and hands it to the catalog. */
  refreshOne(id: string): Promise<void> {
    this.#pending.ids.add(id);
    return this.#turn();
  }

  /**
   * Turns follow one another, so that an older list is never applied last; what is asked for while one runs
   * is done in a single one after it.
   */
  #turn(): Promise<void> {
    this.#next ??= this.#running.then(() => {
      const { all, ids } = this.#pending;
      this.#pending = { all: false, ids: new Set() };
      this.#next = undefined;
      const run = all ? this.#applyAll() : this.#applySome([...ids]);
      this.#running = run.catch(() => {});
      return run;
    });
    return this.#next;
  }

  async #applyAll(): Promise<void> {
    const connections = await this.#readAll(await this.#client());
    const { api } = this.#options;
    await this.#connection?.applyMutation({
      type: 'full',
      entities: [
        ...connections.map(deferred),
        ...(api ? [{ entity: api, locationKey: LOCATION }] : []),
      ],
    });
    this.#refs.clear();
    for (const connection of connections)
      this.#refs.set(connection.id, refOf(connection));
  }

  async #applySome(ids: string[]): Promise<void> {
    const client = await this.#client();
    const found: Connection[] = [];
    const removed: string[] = [];
    for (const id of ids) {
      const known = this.#refs.get(id);
      const connection = await client.getConnection(id).catch(error => {
        if (error instanceof ApiError && error.status === 404) return undefined;
        throw error;
      });
      // Deleted, and not known here by name: only the whole list can tell.
      if (!connection && !known) return this.#applyAll();
      if (connection) found.push(connection);
      if (
        known &&
        known !== (connection && refOf(connection)) &&
        !(await this.#isTaken(client, known, id))
      )
        removed.push(known);
    }
    await this.#connection?.applyMutation({
      type: 'delta',
      added: found.map(deferred),
      removed: removed.map(entityRef => ({ entityRef, locationKey: LOCATION })),
    });
    for (const id of ids) this.#refs.delete(id);
    for (const connection of found)
      this.#refs.set(connection.id, refOf(connection));
    return undefined;
  }

  /**
   * True where another record has that name by now: this replica may have missed that it was renamed, and
   * what the catalog has under the old name is the other's.
   */
  async #isTaken(
    client: CamundaIdentityClient,
    ref: string,
    id: string,
  ): Promise<boolean> {
    const { name } = parseEntityRef(ref);
    const other = await client.getConnectionByName(name).catch(error => {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    });
    return other !== undefined && other.id !== id;
  }

  async #client(): Promise<CamundaIdentityClient> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    return new CamundaIdentityClient({
      baseUrl: () => discovery.getBaseUrl(PLUGIN_ID),
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { ...init?.headers, Authorization: `Bearer ${token}` },
        }),
    });
  }

  async #readAll(client: CamundaIdentityClient): Promise<Connection[]> {
    const items: Connection[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.listConnections({ limit: PAGE_SIZE, cursor });
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }
}
