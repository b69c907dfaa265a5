import {
  secretWritePermission,
  type ClientKey,
  type SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type {
  CallOptions,
  ConnectionsService,
} from '../connections/ConnectionsService';
import type { ConnectionsAccess } from '../permissions/ConnectionsAccess';
import type { SecretsService } from './SecretsService';
import type { SecretSlot } from './SecretVault';

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
    await this.#assertMayWrite(id, options);
    await this.#inner.put(id, client, secret, options);
  }

  async promote(
    id: string,
    client: ClientKey,
    options: CallOptions,
  ): Promise<void> {
    await this.#assertMayWrite(id, options);
    await this.#inner.promote(id, client, options);
  }

  async remove(
    id: string,
    client: ClientKey,
    slot: SecretSlot | undefined,
    options: CallOptions,
  ): Promise<void> {
    await this.#assertMayWrite(id, options);
    await this.#inner.remove(id, client, slot, options);
  }

  async #assertMayWrite(id: string, options: CallOptions) {
    await this.#access.assertMayChange(
      await this.#connections.get(id, options),
      secretWritePermission,
      undefined,
      options.credentials,
    );
  }
}
