import { LRUCache } from 'lru-cache';
import type {
  Connection,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { SecretVault } from '../secrets/SecretVault';
import type { ConnectionsStore } from '../store/ConnectionsStore';
import type { StoredConnection } from '../record/StoredConnection';
import { toConnection } from '../record/view';

/** Some 20 MB of views with their JSON; a page has at most 200. */
const KEPT = 500;

/**
 * Makes of stored records what the API answers to their owners. Views of lists are kept: a page that is
 * looked at again costs its query, and nothing is worked out anew.
 */
export class ConnectionViews {
  readonly #store: Pick<ConnectionsStore, 'claimWarnings'>;
  readonly #secrets: Pick<SecretVault, 'describe'>;
  readonly #providers: ProviderContext;
  readonly #kept = new LRUCache<string, Connection>({ max: KEPT });

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
    const [view] = await this.#make([stored]);
    return view;
  }

  /** Views of the records of a page. They are shared: nobody may change them. */
  async ofPage(records: readonly StoredConnection[]): Promise<Connection[]> {
    const views = records.map(({ viewKey }) =>
      viewKey ? this.#kept.get(viewKey) : undefined,
    );
    const missing = records.filter((_, n) => !views[n]);
    const made = await this.#make(missing);
    missing.forEach(({ viewKey }, n) => {
      if (viewKey) this.#kept.set(viewKey, made[n]);
    });
    let next = 0;
    return views.map(view => {
      if (view) return view;
      next += 1;
      return made[next - 1];
    });
  }

  async #make(records: readonly StoredConnection[]): Promise<Connection[]> {
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
