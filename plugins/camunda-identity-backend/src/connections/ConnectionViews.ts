import type {
  Connection,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { SecretVault } from '../secrets/SecretVault';
import type { ConnectionsStore } from './ConnectionsStore';
import type { StoredConnection } from './types';
import { toConnection } from './view';

/** Makes of stored records what the API answers to their owners. */
export class ConnectionViews {
  readonly #store: Pick<ConnectionsStore, 'claimWarnings'>;
  readonly #secrets: Pick<SecretVault, 'describe'>;
  readonly #providers: ProviderContext;

  constructor(options: {
    store: Pick<ConnectionsStore, 'claimWarnings'>;
    secrets: Pick<SecretVault, 'describe'>;
    providers: ProviderContext;
  }) {
    this.#store = options.store;
    this.#secrets = options.secrets;
    this.#providers = options.providers;
  }

  async one(stored: StoredConnection): Promise<Connection> {
    const [view] = await this.many([stored]);
    return view;
  }

  async many(records: readonly StoredConnection[]): Promise<Connection[]> {
    const ids = records.map(({ id }) => id);
    const [secrets, warnings] = await Promise.all([
      this.#secrets.describe(ids),
      this.#store.claimWarnings(ids),
    ]);
    return records.map(stored =>
      toConnection(stored, this.#providers, {
        secrets: secrets.get(stored.id),
        claimWarning: warnings.get(stored.id),
      }),
    );
  }
}
