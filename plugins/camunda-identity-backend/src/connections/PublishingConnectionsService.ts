import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CONNECTIONS_TOPIC,
  type Connection,
  type InitialClaimChange,
  type ListQuery,
  type NewConnection,
  type Page,
} from 'backstage-plugin-camunda-identity-common';
import type { HealthPublisher } from '../notifications/HealthPublisher';
import type {
  CallOptions,
  ConnectionsService,
  InitialClaimChangeInput,
  InitialClaimResetInput,
  ListOptions,
  WriteOptions,
} from './ConnectionsService';

/** Tells the rest of the portal when a record was created, changed or deleted. */
export class PublishingConnectionsService implements ConnectionsService {
  readonly #inner: ConnectionsService;
  readonly #events: EventsService;
  readonly #health: Pick<HealthPublisher, 'kick'>;
  readonly #logger: LoggerService;

  constructor(options: {
    inner: ConnectionsService;
    events: EventsService;
    /** An edit may change a record's health. */
    health: Pick<HealthPublisher, 'kick'>;
    logger: LoggerService;
  }) {
    this.#inner = options.inner;
    this.#events = options.events;
    this.#health = options.health;
    this.#logger = options.logger;
  }

  async create(input: NewConnection, options: CallOptions) {
    return this.#publish(await this.#inner.create(input, options));
  }

  async update(
    id: string,
    etag: string | undefined,
    patch: unknown,
    options: WriteOptions,
  ) {
    const after = await this.#inner.update(id, etag, patch, options);
    this.#health.kick();
    return this.#publish(after);
  }

  async delete(id: string, etag: string | undefined, options: WriteOptions) {
    await this.#inner.delete(id, etag, options);
    await this.#publish({ id });
  }

  async setInitialClaim(id: string, options: WriteOptions) {
    return this.#publish(await this.#inner.setInitialClaim(id, options));
  }

  async changeInitialClaim(
    id: string,
    change: InitialClaimChangeInput,
    options: WriteOptions,
  ) {
    return this.#publish(
      await this.#inner.changeInitialClaim(id, change, options),
    );
  }

  async resetInitialClaim(
    id: string,
    reset: InitialClaimResetInput,
    options: WriteOptions,
  ) {
    return this.#publish(
      await this.#inner.resetInitialClaim(id, reset, options),
    );
  }

  get(id: string, options: CallOptions): Promise<Connection> {
    return this.#inner.get(id, options);
  }

  getByName(name: string, options: CallOptions): Promise<Connection> {
    return this.#inner.getByName(name, options);
  }

  list(query: ListQuery, options: ListOptions): Promise<Page<Connection>> {
    return this.#inner.list(query, options);
  }

  listInitialClaimChanges(
    id: string,
    options: CallOptions,
  ): Promise<InitialClaimChange[]> {
    return this.#inner.listInitialClaimChanges(id, options);
  }

  /** The record is stored by now: an event that cannot be sent must not turn that into a failure. */
  async #publish<T extends { id: string }>(connection: T): Promise<T> {
    try {
      await this.#events.publish({
        topic: CONNECTIONS_TOPIC,
        eventPayload: { id: connection.id },
      });
    } catch (error) {
      this.#logger.warn(
        `The change of a connection could not be published: ${error}`,
      );
    }
    return connection;
  }
}
