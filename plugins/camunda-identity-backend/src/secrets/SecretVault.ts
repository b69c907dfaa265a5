import type {
  ByClient,
  ClientKey,
  ReportTrigger,
  RunSecrets,
  SecretBody,
  StoredSecret,
} from 'backstage-plugin-camunda-identity-common';
import type { WithheldSecrets } from 'backstage-plugin-camunda-identity-node';
import type { SecretSlot, SecretVersions } from '../store/SecretsStore';
import type { StoredConnection } from '../record/StoredConnection';

/** The stored secrets of a record that a run may use. */
export interface SecretsForCheck {
  /** In clear text for this run only. */
  secrets: RunSecrets;
  /** Stored secrets that must not be used, with the reason. */
  withheld: WithheldSecrets;
  /**
   * Origin of the token endpoint to which each of `secrets` is bound: the run sends it nowhere else, whatever
   * the discovery document says.
   */
  tokenOrigins: ByClient<string>;
  /** Version of each of `secrets`, for {@link SecretVault.noteResult}. */
  versions: SecretVersions;
}

/** Stored secrets as shown in record views, by record id. */
export type StoredSecretViews = ReadonlyMap<string, ByClient<StoredSecret>>;

/** Encrypted client secrets. Only a check can get a value out again. */
export interface SecretVault {
  /**
   * Encrypts a value and binds it to the current record.
   *
   * @param by - entity reference
   * @throws ConflictError if no key is configured, or for a next secret without a current one; InputError for a client that the record does not have or that is public
   */
  put(
    record: StoredConnection,
    client: ClientKey,
    secret: SecretBody,
    by: string,
  ): Promise<void>;

  /**
   * Makes the next secret the current one.
   *
   * @throws ConflictError if no key is configured, there is no next one, or it could not be used
   */
  promote(record: StoredConnection, client: ClientKey): Promise<void>;

  /**
   * @param slot - both slots when undefined
   * @throws ConflictError if no key is configured and nothing is stored
   */
  remove(
    record: StoredConnection,
    client: ClientKey,
    slot?: SecretSlot,
  ): Promise<void>;

  /** Needs no key. */
  describe(ids: readonly string[]): Promise<StoredSecretViews>;

  /**
   * Decrypts the secrets that a run may use.
   *
   * @param trigger - on `schedule` (the default) a secret is provided once a day (UTC)
   * @param options - `retryRefused`: includes secrets that the provider has refused, but not twice in a minute
   */
  forCheck(
    record: StoredConnection,
    trigger?: ReportTrigger,
    options?: { retryRefused?: boolean },
  ): Promise<SecretsForCheck>;

  /**
   * Stores the provider's verdict on a secret. A wrong one is not tried again automatically.
   *
   * @param version - of the secret that was sent; ignored if another one is current by now
   */
  noteResult(
    recordId: string,
    client: ClientKey,
    version: string,
    result: 'right' | 'wrong',
  ): Promise<void>;

  /** Returns the daily try, since a run did not send the secret after all. */
  returnDay(
    recordId: string,
    client: ClientKey,
    version: string,
  ): Promise<void>;
}
