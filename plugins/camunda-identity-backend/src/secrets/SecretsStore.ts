import type { ClientKey } from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from '../connections/types';
import type { SecretSlot } from './SecretVault';

/** A row of the table `stored_secrets`. */
export interface SecretRow {
  connection_id: string;
  client: ClientKey;
  slot: SecretSlot;
  jwe: string;
  key_id: string;
  set_at: string;
  set_by: string;
  /** Empty where no date is known. */
  expires_at: string;
  asked_at: string;
  result: '' | 'right' | 'wrong';
  result_at: string;
}

/** A record at the revision on which it was decided to write. */
export type Revision = Pick<StoredConnection, 'id' | 'revision'>;

/** Keeps encrypted secrets. */
export interface SecretsStore {
  list(ids: readonly string[]): Promise<SecretRow[]>;

  /**
   * Writes a slot; what was known of the secret before is forgotten.
   *
   * @throws PreconditionFailedError when the record has changed, as the next two do
   */
  put(record: Revision, row: SecretRow): Promise<void>;

  /** @returns false where there is no next secret */
  promote(record: Revision, client: ClientKey, at: string): Promise<boolean>;

  /** @returns rows removed */
  remove(
    record: Revision,
    client: ClientKey,
    slot?: SecretSlot,
  ): Promise<number>;

  /**
   * Takes the one request of a day for a current secret.
   *
   * @param since - ISO 8601: beginning of the day
   * @returns false where it was taken already
   */
  takeDay(
    id: string,
    client: ClientKey,
    since: string,
    now: string,
  ): Promise<boolean>;

  noteResult(
    id: string,
    client: ClientKey,
    result: 'right' | 'wrong',
    at: string,
  ): Promise<void>;

  /** Rows that another key than `keyId` encrypts. */
  listUnder(keyIds: readonly string[], limit: number): Promise<SecretRow[]>;

  /** @returns false where the secret has changed since */
  reencrypted(row: SecretRow, jwe: string, keyId: string): Promise<boolean>;

  /** How many secrets each key encrypts. */
  countByKey(): Promise<Map<string, number>>;
}
