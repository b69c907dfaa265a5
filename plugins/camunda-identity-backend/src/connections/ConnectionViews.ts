import { LRUCache } from 'lru-cache';
import type {
  Connection,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { SecretVault } from '../secrets/SecretVault';
import type { ConnectionHead, ConnectionsStore } from './ConnectionsStore';
import type { StoredConnection } from './types';
import { toConnection } from './view';

/** Some 20 MB of views with their JSON; a page has at most 200. */
const KEPT = 500;

/**
 * Makes of stored records what the API answers to their owners. Views of lists are kept: a page that is
 * looked at again costs the query that says which records it has, and in which state.
 */
export class ConnectionViews {
  readonly #store: Pick<ConnectionsStore, 'claimWarnings' | 'findMany'>;
  readonly #secrets: Pick<SecretVault, 'describe'>;
  readonly #providers: ProviderContext;
  readonly #kept = new LRUCache<string, Connection>({ max: KEPT });

  constructor(options: {
    store: Pick<ConnectionsStore, 'claimWarnings' | 'findMany'>;
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

  /**
   * Views of the records of a page, in its order, without those that are gone by now. They are shared:
   * nobody may change them.
   */
  async ofPage(heads: readonly ConnectionHead[]): Promise<Connection[]> {
    const views = new Map<string, Connection>();
    const missing: ConnectionHead[] = [];
    for (const head of heads) {
      const kept = this.#kept.get(keyOf(head));
      if (kept) views.set(head.id, kept);
      else missing.push(head);
    }
    const made = await this.#make(
      await this.#store.findMany(missing.map(({ id }) => id)),
    );
    for (const view of made) {
      const head = missing.find(({ id }) => id === view.id)!;
      views.set(view.id, view);
      // One that has changed since the page was cut is newer than its key says, which is no harm: nobody
      // asks for that state again.
      this.#kept.set(keyOf(head), view);
    }
    return heads.flatMap(({ id }) => views.get(id) ?? []);
  }

  async #make(records: readonly StoredConnection[]): Promise<Connection[]> {
    if (records.length === 0) return [];
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

function keyOf({ id, version }: ConnectionHead): string {
  return `${id} ${version}`;
}
