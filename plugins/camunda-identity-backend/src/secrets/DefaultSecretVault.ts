import { ConflictError, InputError } from '@backstage/errors';
import {
  recordClient,
  type ByClient,
  type ClientKey,
  type ProviderContext,
  type ReportTrigger,
  type RunSecrets,
  type SecretBody,
  type StoredSecret,
  type StoredSecretSlot,
} from 'backstage-plugin-camunda-identity-common';
import { randomUUID } from 'node:crypto';
import type { WithheldReason } from 'backstage-plugin-camunda-identity-node';
import type { StoredConnection } from '../record/StoredConnection';
import { bindingOf, mayUse } from '../record/binding';
import type { SecretCipher } from './SecretCipher';
import type {
  SecretRow,
  SecretSlot,
  SecretsStore,
} from '../store/SecretsStore';
import type {
  SecretsForCheck,
  SecretVault,
  StoredSecretViews,
} from './SecretVault';

/** The content of an opened secret; private, so that no log prints it by accident. */
type Opened =
  | { value: string; tokenOrigin: string }
  | Extract<WithheldReason, 'unreadable' | 'unbound'>;

/** Prevents several owners, or an impatient one, from locking an account at the provider. */
const RETRY_AFTER_MS = 60_000;

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
    const stored = await this.#store.put(record, {
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
      version: randomUUID(),
    });
    if (!stored)
      throw new ConflictError(
        'slot: there is no current secret yet; store that first',
      );
  }

  async promote(record: StoredConnection, client: ClientKey): Promise<void> {
    this.#keyId();
    this.#assertConfidential(record, client);
    const next = await this.#row(record.id, client, 'next');
    if (next) await this.#assertUsable(record, next);
    if (!next || !(await this.#store.promote(record, client, next.version)))
      throw new ConflictError(
        `There is no next secret of ${client} to promote; store one with "slot": "next"`,
      );
  }

  async remove(
    record: StoredConnection,
    client: ClientKey,
    slot?: SecretSlot,
  ): Promise<void> {
    const removed = await this.#store.remove(record, client, slot);
    if (removed === undefined)
      throw new ConflictError(
        'slot: promote or delete the next secret before the current one',
      );
    // Deleting needs no key; but without one, and with nothing stored, the call makes no sense.
    if (removed === 0) this.#keyId();
  }

  async describe(ids: readonly string[]): Promise<StoredSecretViews> {
    const views = new Map<string, ByClient<StoredSecret>>();
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
    options: { retryRefused?: boolean } = {},
  ): Promise<SecretsForCheck> {
    const secrets: NonNullable<RunSecrets> = {};
    const withheld: SecretsForCheck['withheld'] = {};
    const tokenOrigins: SecretsForCheck['tokenOrigins'] = {};
    const versions: SecretsForCheck['versions'] = {};
    const rows = await this.#store.list([record.id]);
    for (const row of rows.filter(({ slot }) => slot === 'current')) {
      const { client, version } = row;
      if (!this.#isConfidential(record, client)) continue;
      const opened = await this.#open(record, row);
      const refused = this.#isRefused(row, options);
      if (typeof opened === 'string') withheld[client] = opened;
      else if (refused) withheld[client] = 'known-wrong';
      else if (trigger === 'schedule' && !(await this.#takeDay(row)))
        withheld[client] = 'asked-today';
      else {
        secrets[client] = opened.value;
        tokenOrigins[client] = opened.tokenOrigin;
        versions[client] = version;
      }
    }
    return { secrets, withheld, tokenOrigins, versions };
  }

  async noteResult(
    recordId: string,
    client: ClientKey,
    version: string,
    result: 'right' | 'wrong',
  ): Promise<void> {
    const at = this.#now().toISOString();
    await this.#store.noteResult(recordId, client, version, result, at);
  }

  async returnDay(
    recordId: string,
    client: ClientKey,
    version: string,
  ): Promise<void> {
    await this.#store.returnDay(recordId, client, version);
  }

  /** The binding is encrypted with the secret, so a row that was moved or altered does not decrypt. */
  async #open(record: StoredConnection, row: SecretRow): Promise<Opened> {
    const content = await this.#cipher.decrypt(row.jwe);
    if (!content) return 'unreadable';
    const binding = bindingOf(record, row.client, this.#providers);
    if (!binding || !mayUse(record, content.binding, binding)) return 'unbound';
    return {
      value: content.value,
      tokenOrigin: content.binding.endpointOrigin,
    };
  }

  #isRefused(
    { result, result_at: at }: SecretRow,
    { retryRefused }: { retryRefused?: boolean },
  ): boolean {
    if (result !== 'wrong') return false;
    // Negative if it was stored while a clock was ahead.
    const age = this.#now().getTime() - Date.parse(at);
    return !retryRefused || (age >= 0 && age < RETRY_AFTER_MS);
  }

  async #takeDay({ connection_id: id, client }: SecretRow): Promise<boolean> {
    const now = this.#now();
    const at = now.toISOString();
    return this.#store.takeDay(id, client, dayOf(now), at);
  }

  /** @throws ConflictError, so that an unusable secret does not replace one that works */
  async #assertUsable(record: StoredConnection, row: SecretRow) {
    const opened = await this.#open(record, row);
    if (typeof opened === 'string')
      throw new ConflictError(
        `The next secret of ${row.client} cannot be used: ${
          opened === 'unbound'
            ? 'client ID, issuer or token endpoint are others than when it was stored'
            : 'its key is not configured any more'
        }. Store it again with "slot": "next"`,
      );
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
    return recordClient(data, client)?.facts;
  }

  #isConfidential(record: StoredConnection, client: ClientKey): boolean {
    return this.#facts(record, client)?.clientType === 'confidential';
  }

  /** @throws InputError */
  #assertConfidential(record: StoredConnection, client: ClientKey) {
    const facts = this.#facts(record, client);
    if (!facts)
      throw new InputError('client: the connection has no such client');
    if (facts.clientType === 'public')
      throw new InputError(
        `client: ${facts.title} is a public client and has no secret`,
      );
  }
}
