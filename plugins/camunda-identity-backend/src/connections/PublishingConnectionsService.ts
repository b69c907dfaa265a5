import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CONNECTIONS_TOPIC,
  type Connection,
  type ConnectionSummary,
  type InitialClaimChange,
  type ListQuery,
  type NewConnection,
  type Page,
} from 'backstage-plugin-camunda-identity-common';
import type { CallOptions } from '../input/Caller';
import type { HealthPublisher } from '../notifications/HealthPublisher';
import type {
  ConnectionsService,
  InitialClaimChangeInput,
  InitialClaimResetInput,
  ListOptions,
} from './ConnectionsService';

/** Tells the rest of the portal when a record was created, changed or deleted. */
export class PublishingConnectionsService<Ref extends { id: string }>
  implements ConnectionsService<Ref>
{
  readonly #inner: ConnectionsService<Ref>;
  readonly #events: EventsService;
  readonly #health: Pick<HealthPublisher, 'kick'>;
  readonly #logger: LoggerService;

  constructor(options: {
    inner: ConnectionsService<Ref>;
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
    record: Ref,
    etag: string | undefined,
    patch: unknown,
    options: CallOptions,
  ) {
    const after = await this.#inner.update(record, etag, patch, options);
    this.#health.kick();
    return this.#publish(after);
  }

  async delete(record: Ref, etag: string | undefined, options: CallOptions) {
    await this.#inner.delete(record, etag, options);
    await this.#publish(record);
  }

  async setInitialClaim(record: Ref, options: CallOptions) {
    return this.#publish(await this.#inner.setInitialClaim(record, options));
  }

  async changeInitialClaim(
    record: Ref,
    change: InitialClaimChangeInput,
    options: CallOptions,
  ) {
    return this.#publish(
      await this.#inner.changeInitialClaim(record, change, options),
    );
  }

  async resetInitialClaim(
    record: Ref,
    reset: InitialClaimResetInput,
    options: CallOptions,
  ) {
    return this.#publish(
      await this.#inner.resetInitialClaim(record, reset, options),
    );
  }

  get(record: Ref, options: CallOptions): Promise<Connection> {
    return this.#inner.get(record, options);
  }

  list(query: ListQuery, options: ListOptions): Promise<Page<Connection>> {
    return this.#inner.list(query, options);
  }

  listSummaries(
    query: ListQuery,
    options: ListOptions,
  ): Promise<Page<ConnectionSummary>> {
    return this.#inner.listSummaries(query, options);
  }

  listInitialClaimChanges(
    record: Ref,
    options: CallOptions,
  ): Promise<InitialClaimChange[]> {
    return this.#inner.listInitialClaimChanges(record, options);
  }

  /** The record is already stored; an event that cannot be sent must not turn that into a failure. */
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
