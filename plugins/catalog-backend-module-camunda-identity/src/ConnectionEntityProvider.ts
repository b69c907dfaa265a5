import type {
  AuthService,
  DiscoveryService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CamundaIdentityClient,
  CONNECTIONS_TOPIC,
  PLUGIN_ID,
  type Connection,
} from 'backstage-plugin-camunda-identity-common/client';
import { LOCATION, toEntity } from './toEntity';

const PAGE_SIZE = 200;

/** Keeps the catalog's entities of connection records up to date. */
export class ConnectionEntityProvider implements EntityProvider {
  readonly #options: {
    auth: AuthService;
    discovery: DiscoveryService;
    events: EventsService;
    logger: LoggerService;
    schedule: SchedulerServiceTaskRunner;
  };
  #connection?: EntityProviderConnection;
  #running: Promise<unknown> = Promise.resolve();
  #next?: Promise<void>;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    events: EventsService;
    logger: LoggerService;
    /** A full refresh, in case an event was lost. */
    schedule: SchedulerServiceTaskRunner;
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
      onEvent: async () => {
        await this.refresh().catch(error =>
          // The scheduled refresh makes up for it.
          logger.warn(`Connections could not be refreshed: ${error}`),
        );
      },
    });
  }

  /**
   * Reads every record and hands them to the catalog. Refreshes follow one another, so that an older list
   * is never applied last; those asked for while one runs become a single one after it.
   */
  refresh(): Promise<void> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      const run = this.#refresh();
      this.#running = run.catch(() => {});
      return run;
    });
    return this.#next;
  }

  async #refresh(): Promise<void> {
    const connections = await this.#readAll();
    await this.#connection?.applyMutation({
      type: 'full',
      entities: connections.map(connection => ({
        entity: toEntity(connection),
        locationKey: LOCATION,
      })),
    });
  }

  async #readAll(): Promise<Connection[]> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    const client = new CamundaIdentityClient({
      baseUrl: () => discovery.getBaseUrl(PLUGIN_ID),
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { ...init?.headers, Authorization: `Bearer ${token}` },
        }),
    });
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
