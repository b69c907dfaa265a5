import type {
  Connection,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { SecretVault } from '../secrets/SecretVault';
import type { ConnectionsStore } from '../store/ConnectionsStore';
import { healthDigest } from '../record/healthDigest';
import type {
  ListedConnection,
  StoredConnection,
} from '../record/StoredConnection';
import { toConnection } from '../record/view';

/** Converts stored records to API responses for their owners, with data from other tables. */
export class RecordViews {
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
    const [view] = await this.many([{ ...stored, ...healthDigest(stored) }]);
    return view;
  }

  async many(records: readonly ListedConnection[]): Promise<Connection[]> {
    const ids = records
      .filter(({ hasExtras }) => hasExtras !== false)
      .map(({ id }) => id);
    const [secrets, warnings] = await Promise.all([
      ids.length ? this.#secrets.describe(ids) : undefined,
      ids.length ? this.#store.claimWarnings(ids) : undefined,
    ]);
    return records.map(stored =>
      toConnection(stored, this.#providers, {
        secrets: secrets?.get(stored.id),
        claimWarning: warnings?.get(stored.id),
      }),
    );
  }
}
