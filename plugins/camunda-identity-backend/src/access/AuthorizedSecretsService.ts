import {
  secretWritePermission,
  type ClientKey,
  type SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type {
  CallOptions,
  ConnectionsService,
  WriteOptions,
} from '../connections/ConnectionsService';
import { untilStored } from '../input/precondition';
import type { ConnectionsAccess } from './ConnectionsAccess';
import type { SecretsService } from '../secrets/SecretsService';
import type { SecretSlot } from '../secrets/SecretVault';

/** Owners and admins, and never a service. */
export class AuthorizedSecretsService implements SecretsService {
  readonly #inner: SecretsService;
  readonly #connections: ConnectionsService;
  readonly #access: ConnectionsAccess;

  constructor(options: {
    inner: SecretsService;
    /** With authorization: whoever may not read a record gets 404. */
    connections: ConnectionsService;
    access: ConnectionsAccess;
  }) {
    this.#inner = options.inner;
    this.#connections = options.connections;
    this.#access = options.access;
  }

  async put(
    id: string,
    client: ClientKey,
    secret: SecretBody,
    options: CallOptions,
  ): Promise<void> {
    await untilStored(undefined, async () =>
      this.#inner.put(id, client, secret, await this.#decided(id, options)),
    );
  }

  async promote(
    id: string,
    client: ClientKey,
    options: CallOptions,
  ): Promise<void> {
    await untilStored(undefined, async () =>
      this.#inner.promote(id, client, await this.#decided(id, options)),
    );
  }

  async remove(
    id: string,
    client: ClientKey,
    slot: SecretSlot | undefined,
    options: CallOptions,
  ): Promise<void> {
    await untilStored(undefined, async () =>
      this.#inner.remove(id, client, slot, await this.#decided(id, options)),
    );
  }

  /** @throws NotFoundError, NotAllowedError */
  async #decided(id: string, options: CallOptions): Promise<WriteOptions> {
    const connection = await this.#connections.get(id, options);
    await this.#access.assertMayChange(
      connection,
      secretWritePermission,
      undefined,
      options.credentials,
    );
    return { ...options, expected: connection.etag };
  }
}
