import type {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { CONNECTIONS_TOPIC } from 'backstage-plugin-camunda-identity-common/client';
import type { CamundaIdentityService } from 'backstage-plugin-camunda-identity-node';
import { LOCATION, toEntity } from './toEntity';

const PAGE_SIZE = 200;

interface Options {
  auth: AuthService;
  camundaIdentity: CamundaIdentityService;
  events: EventsService;
  logger: LoggerService;
  /** Full refreshes, in case an event is lost. */
  schedule: SchedulerServiceTaskRunner;
  /** Changes within this time lead to one refresh. */
  delayMs: number;
}

/**
 * Provides all connection records to the catalog, on schedule and shortly after a change. It always submits the
 * full list: the catalog itself works out the differences, and replicas need not know what others have submitted.
 */
export class ConnectionEntityProvider implements EntityProvider {
  readonly #options: Options;
  #catalog?: EntityProviderConnection;
  #timer?: NodeJS.Timeout;
  #refreshed: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
  }

  getProviderName(): string {
    return LOCATION;
  }

  async connect(catalog: EntityProviderConnection): Promise<void> {
    this.#catalog = catalog;
    const { events, schedule } = this.#options;
    await schedule.run({
      id: 'camunda-identity-refresh-connections',
      fn: () => this.#refresh(),
    });
    await events.subscribe({
      id: 'catalog-camunda-identity',
      topics: [CONNECTIONS_TOPIC],
      onEvent: async () => this.#refreshSoon(),
    });
  }

  #refreshSoon() {
    const { delayMs, logger } = this.#options;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#refresh().catch(error =>
        // The next scheduled refresh makes up for it.
        logger.warn(`Connections could not be refreshed: ${error}`),
      );
    }, delayMs).unref();
  }

  /** Refreshes run one after another, so that an older list is never applied last. */
  #refresh(): Promise<void> {
    this.#refreshed = this.#refreshed
      .catch(() => {})
      .then(async () => {
        const entities = await this.#read();
        await this.#catalog?.applyMutation({
          type: 'full',
          entities: entities.map(entity => ({ entity, locationKey: LOCATION })),
        });
      });
    return this.#refreshed;
  }

  async #read(): Promise<Entity[]> {
    const { auth, camundaIdentity } = this.#options;
    const client = camundaIdentity.client(
      await auth.getOwnServiceCredentials(),
    );
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.listConnections({ limit: PAGE_SIZE, cursor });
      entities.push(...page.items.map(toEntity));
      cursor = page.nextCursor;
    } while (cursor);
    return entities;
  }
}
