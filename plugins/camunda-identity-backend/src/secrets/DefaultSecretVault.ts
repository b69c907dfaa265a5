import { ConflictError, InputError } from '@backstage/errors';
import {
  clientsOf,
  clientSettings,
  type ClientKey,
  type ProviderContext,
  type ReportTrigger,
  type RunSecrets,
  type SecretBody,
  type StoredSecret,
  type StoredSecretSlot,
} from 'backstage-plugin-camunda-identity-common';
import type { WithheldReason } from 'backstage-plugin-camunda-identity-node';
import type { StoredConnection } from '../connections/types';
import { bindingOf, mayUse } from './binding';
import type { SecretCipher } from './SecretCipher';
import type { SecretRow, SecretsStore } from './SecretsStore';
import type {
  SecretsForCheck,
  SecretSlot,
  SecretVault,
  StoredSecretViews,
} from './SecretVault';

/** Hides other values from a `catch` and a log: what a secret is opened to. */
type Opened = { value: string; tokenOrigin: string } | WithheldReason;

function slotView(row: SecretRow): StoredSecretSlot {
  return {
    setAt: row.set_at,
    setBy: row.set_by,
    ...(row.expires_at ? { expiresAt: row.expires_at } : {}),
  };
}

function dayOf(now: Date): string {
  return `${now.toISOString().slice(0, 10)}T00:00:00.000Z`;
}

/** Stored secrets, encrypted with the configured keys. */
export class DefaultSecretVault implements SecretVault {
  readonly #store: SecretsStore;
  readonly #cipher: SecretCipher;
  readonly #providers: ProviderContext;
  readonly #now: () => Date;

  constructor(options: {
    store: SecretsStore;
    cipher: SecretCipher;
    providers: ProviderContext;
    now?: () => Date;
  }) {
    this.#store = options.store;
    this.#cipher = options.cipher;
    this.#providers = options.providers;
    this.#now = options.now ?? (() => new Date());
  }

  async put(
    record: StoredConnection,
    client: ClientKey,
    secret: SecretBody,
    by: string,
  ): Promise<void> {
    const keyId = this.#keyId();
    this.#assertConfidential(record, client);
    const binding = bindingOf(record, client, this.#providers);
    if (!binding)
      throw new InputError(
        `components.${client}: has no client ID, or the provider is not known; the secret is bound to both`,
      );
    if (secret.slot === 'next' && !(await this.#row(record.id, client)))
      throw new ConflictError(
        'slot: there is no current secret yet; store that first',
      );
    await this.#store.put(record, {
      connection_id: record.id,
      client,
      slot: secret.slot,
      jwe: await this.#cipher.encrypt(secret.value, binding),
      key_id: keyId,
      set_at: this.#now().toISOString(),
      set_by: by,
      expires_at: secret.expiresAt
        ? new Date(secret.expiresAt).toISOString()
        : '',
      asked_at: '',
      result: '',
      result_at: '',
    });
  }

  async promote(record: StoredConnection, client: ClientKey): Promise<void> {
    this.#keyId();
    this.#assertConfidential(record, client);
    const at = this.#now().toISOString();
    if (!(await this.#store.promote(record, client, at)))
      throw new ConflictError(
        `There is no next secret of ${client} to promote; store one with "slot": "next"`,
      );
  }

  async remove(
    record: StoredConnection,
    client: ClientKey,
    slot?: SecretSlot,
  ): Promise<void> {
    if (slot === 'current' && (await this.#row(record.id, client, 'next')))
      throw new ConflictError(
        'slot: promote or delete the next secret before the current one',
      );
    const removed = await this.#store.remove(record, client, slot);
    // What is stored can be deleted without a key; where nothing can be stored, the call has no meaning.
    if (removed === 0) this.#keyId();
  }

  async describe(ids: readonly string[]): Promise<StoredSecretViews> {
    const views = new Map<string, Partial<Record<ClientKey, StoredSecret>>>();
    const rows = ids.length > 0 ? await this.#store.list(ids) : [];
    for (const row of rows.filter(({ slot }) => slot === 'current')) {
      const next = rows.find(
        other =>
          other.slot === 'next' &&
          other.connection_id === row.connection_id &&
          other.client === row.client,
      );
      views.set(row.connection_id, {
        ...views.get(row.connection_id),
        [row.client]: {
          stored: true,
          ...slotView(row),
          ...(next ? { next: slotView(next) } : {}),
        },
      });
    }
    return views;
  }

  async forCheck(
    record: StoredConnection,
    trigger: ReportTrigger = 'schedule',
  ): Promise<SecretsForCheck> {
    const secrets: NonNullable<RunSecrets> = {};
    const withheld: SecretsForCheck['withheld'] = {};
    const tokenOrigins: SecretsForCheck['tokenOrigins'] = {};
    const rows = await this.#store.list([record.id]);
    for (const row of rows.filter(({ slot }) => slot === 'current')) {
      if (!this.#isConfidential(record, row.client)) continue;
      const opened = await this.#open(record, row, trigger);
      if (typeof opened === 'string') withheld[row.client] = opened;
      else {
        secrets[row.client] = opened.value;
        tokenOrigins[row.client] = opened.tokenOrigin;
      }
    }
    return { secrets, withheld, tokenOrigins };
  }

  async noteResult(
    recordId: string,
    client: ClientKey,
    result: 'right' | 'wrong',
    at: string,
  ): Promise<void> {
    await this.#store.noteResult(recordId, client, result, at);
  }

  async #open(
    record: StoredConnection,
    row: SecretRow,
    trigger: ReportTrigger,
  ): Promise<Opened> {
    const content = await this.#cipher.decrypt(row.jwe);
    if (!content) return 'unreadable';
    const binding = bindingOf(record, row.client, this.#providers);
    if (!binding || !mayUse(record, content.binding, binding)) return 'unbound';
    if (row.result === 'wrong') return 'known-wrong';
    if (trigger === 'schedule') {
      const now = this.#now();
      const taken = await this.#store.takeDay(
        record.id,
        row.client,
        dayOf(now),
        now.toISOString(),
      );
      if (!taken) return 'asked-today';
    }
    return {
      value: content.value,
      tokenOrigin: content.binding.endpointOrigin,
    };
  }

  async #row(id: string, client: ClientKey, slot: SecretSlot = 'current') {
    const rows = await this.#store.list([id]);
    return rows.find(row => row.client === client && row.slot === slot);
  }

  /** @throws ConflictError */
  #keyId(): string {
    const { keyId } = this.#cipher;
    if (!keyId)
      throw new ConflictError(
        'This portal stores no secrets: an administrator has to configure a key in camundaIdentity.secrets.keys. Until then a record holds references only',
      );
    return keyId;
  }

  #facts({ data }: StoredConnection, client: ClientKey) {
    const facts = clientsOf(data.camundaVersion).find(
      ({ key }) => key === client,
    );
    return clientSettings(data.components, client, data.provider.type) && facts;
  }

  #isConfidential(record: StoredConnection, client: ClientKey): boolean {
    return this.#facts(record, client)?.clientType === 'confidential';
  }

  /** @throws InputError */
  #assertConfidential(record: StoredConnection, client: ClientKey) {
    const facts = this.#facts(record, client);
    if (!facts)
      throw new InputError(`client: the connection has no client ${client}`);
    if (facts.clientType === 'public')
      throw new InputError(
        `client: ${facts.title} is a public client and has no secret`,
      );
  }
}
