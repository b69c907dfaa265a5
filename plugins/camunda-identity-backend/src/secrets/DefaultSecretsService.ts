import type {
  ClientKey,
  SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { CallerResolver } from '../connections/CallerResolver';
import type { CallOptions } from '../connections/ConnectionsService';
import type { ConnectionsStore } from '../connections/ConnectionsStore';
import { connectionNotFound } from '../connections/notFound';
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
    { credentials }: CallOptions,
  ): Promise<void> {
    await this.#active.use([secret.value], async () => {
      const { ref } = await this.#callers.resolve(credentials);
      await this.#vault.put(await this.#load(id), client, secret, ref);
    });
  }

  async promote(id: string, client: ClientKey): Promise<void> {
    await this.#vault.promote(await this.#load(id), client);
  }

  async remove(
    id: string,
    client: ClientKey,
    slot: SecretSlot | undefined,
  ): Promise<void> {
    await this.#vault.remove(await this.#load(id), client, slot);
  }

  async #load(id: string) {
    const record = await this.#store.find(id);
    if (!record) throw connectionNotFound({ id });
    return record;
  }
}
