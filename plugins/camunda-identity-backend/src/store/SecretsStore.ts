import type {
  ByClient,
  ClientKey,
  SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from '../record/StoredConnection';

/** Slot of a stored secret: the one in use, or the one that will replace it. */
export type SecretSlot = SecretBody['slot'];

/** Versions of stored secrets by client; every value has its own version. */
export type SecretVersions = ByClient<string>;

/** A row of the table `stored_secrets`. */
export interface SecretRow {
  connection_id: string;
  client: ClientKey;
  slot: SecretSlot;
  jwe: string;
  key_id: string;
  set_at: string;
  set_by: string;
  /** Empty if no date is known. */
  expires_at: string;
  asked_at: string;
  result: '' | 'right' | 'wrong';
  /** Time of the provider's verdict; empty if there is none. */
  result_at: string;
  version: string;
}

/** A record at the revision for which a write was authorized. */
export type Revision = Pick<StoredConnection, 'id' | 'revision'>;

/** The primary key of a row. */
export type SecretKeyColumns = Pick<
  SecretRow,
  'connection_id' | 'client' | 'slot'
>;

/** Stores encrypted secrets. */
export interface SecretsStore {
  list(ids: readonly string[]): Promise<SecretRow[]>;

  /**
   * Writes a slot, and removes what was known about the previous secret, including its part of the record's
   * health.
   *
   * @returns false for a next secret without a current one
   * @throws PreconditionFailedError if the record has changed; so do the next two methods
   */
  put(record: Revision, row: SecretRow): Promise<boolean>;

  /**
   * @param version - of the next secret
   * @returns false if there is no such next secret
   */
  promote(
    record: Revision,
    client: ClientKey,
    version: string,
  ): Promise<boolean>;

  /** @returns number of removed rows; undefined for the current one while there is a next one */
  remove(
    record: Revision,
    client: ClientKey,
    slot?: SecretSlot,
  ): Promise<number | undefined>;

  /**
   * Uses up the daily try of a current secret.
   *
   * @param since - ISO 8601, beginning of the day
   * @returns false if it was already used up
   */
  takeDay(
    id: string,
    client: ClientKey,
    since: string,
    now: string,
  ): Promise<boolean>;

  returnDay(id: string, client: ClientKey, version: string): Promise<void>;

  noteResult(
    id: string,
    client: ClientKey,
    version: string,
    result: 'right' | 'wrong',
    at: string,
  ): Promise<void>;

  /** All rows in the order of their key, after `after`. */
  listAll(limit: number, after?: SecretKeyColumns): Promise<SecretRow[]>;

  /** @returns false if the secret has changed since */
  reencrypted(row: SecretRow, jwe: string, keyId: string): Promise<boolean>;
}
