import type {
  ByClient,
  ClientKey,
  SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from '../record/StoredConnection';

/** Slot of a stored secret: the one in use, or the one that will replace it. */
export type SecretSlot = SecretBody['slot'];

/** Versions of stored secrets, by client; every value has its own. */
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
  /** Empty where no date is known. */
  expires_at: string;
  asked_at: string;
  result: '' | 'right' | 'wrong';
  /** When the provider said so; empty where it has not. */
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
   * Writes a slot, and forgets what was known about the secret before, including its part of the record's health.
   *
   * @returns false for a next secret where there is no current one
   * @throws PreconditionFailedError when the record has changed; so do the next two methods
   */
  put(record: Revision, row: SecretRow): Promise<boolean>;

  /**
   * @param version - of the next secret
   * @returns false where there is no such next secret
   */
  promote(
    record: Revision,
    client: ClientKey,
    version: string,
  ): Promise<boolean>;

  /** @returns rows removed; undefined for the current one while there is a next one */
  remove(
    record: Revision,
    client: ClientKey,
    slot?: SecretSlot,
  ): Promise<number | undefined>;

  /**
   * Uses up the one try of the day for a current secret.
   *
   * @param since - ISO 8601: beginning of the day
   * @returns false where it was used up already
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

  /** Every row in the order of its key, from the one after `after` on. */
  listAll(limit: number, after?: SecretKeyColumns): Promise<SecretRow[]>;

  /** @returns false where the secret has changed since */
  reencrypted(row: SecretRow, jwe: string, keyId: string): Promise<boolean>;
}
