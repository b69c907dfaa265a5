import type {
  ClientKey,
  SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { CallerResolver } from '../access/CallerResolver';
import type { WriteOptions } from '../connections/ConnectionsService';
import type { ConnectionsStore } from '../store/ConnectionsStore';
import { connectionNotFound } from '../input/notFound';
import { assertExpected, type Precondition } from '../input/precondition';
import type { ActiveSecrets } from './ActiveSecrets';
import type { SecretsService } from './SecretsService';
import type { SecretSlot, SecretVault } from './SecretVault';

/** Stored secrets in the vault. Decides nothing about who may. */
export class DefaultSecretsService implements SecretsService {
  readonly #store: ConnectionsStore;
  readonly #vault: SecretVault;
  readonly #active: ActiveSecrets;
  readonly #callers: CallerResolver;

  constructor(options: {
    store: ConnectionsStore;
    vault: SecretVault;
    active: ActiveSecrets;
    callers: CallerResolver;
  }) {
    this.#store = options.store;
    this.#vault = options.vault;
    this.#active = options.active;
    this.#callers = options.callers;
  }

  async put(
    id: string,
    client: ClientKey,
    secret: SecretBody,
    options: WriteOptions,
  ): Promise<void> {
    await this.#active.use([secret.value], async () => {
      const { ref } = await this.#callers.resolve(options.credentials);
      await this.#vault.put(await this.#load(id, options), client, secret, ref);
    });
  }

  async promote(
    id: string,
    client: ClientKey,
    options: WriteOptions,
  ): Promise<void> {
    await this.#vault.promote(await this.#load(id, options), client);
  }

  async remove(
    id: string,
    client: ClientKey,
    slot: SecretSlot | undefined,
    options: WriteOptions,
  ): Promise<void> {
    await this.#vault.remove(await this.#load(id, options), client, slot);
  }

  async #load(id: string, precondition: Precondition) {
    const record = await this.#store.find(id);
    if (!record) throw connectionNotFound({ id });
    assertExpected(record, precondition);
    return record;
  }
}
