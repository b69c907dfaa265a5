import type {
  ClientKey,
  SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { CallOptions } from '../input/Caller';
import type { StoredConnection } from '../record/StoredConnection';
import type { SecretSlot } from '../store/SecretsStore';
import type { ActiveSecrets } from './ActiveSecrets';
import type { SecretsService } from './SecretsService';
import type { SecretVault } from './SecretVault';

/** Stored secrets in the vault. Does not authorize. */
export class DefaultSecretsService implements SecretsService<StoredConnection> {
  readonly #vault: SecretVault;
  readonly #active: ActiveSecrets;

  constructor(options: { vault: SecretVault; active: ActiveSecrets }) {
    this.#vault = options.vault;
    this.#active = options.active;
  }

  async put(
    record: StoredConnection,
    client: ClientKey,
    secret: SecretBody,
    { caller }: CallOptions,
  ): Promise<void> {
    await this.#active.use([secret.value], () =>
      this.#vault.put(record, client, secret, caller.ref),
    );
  }

  async promote(record: StoredConnection, client: ClientKey): Promise<void> {
    await this.#vault.promote(record, client);
  }

  async remove(
    record: StoredConnection,
    client: ClientKey,
    slot: SecretSlot | undefined,
  ): Promise<void> {
    await this.#vault.remove(record, client, slot);
  }
}
