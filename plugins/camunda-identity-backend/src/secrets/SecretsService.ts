import type {
  ClientKey,
  SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { WriteOptions } from '../connections/ConnectionsService';
import type { SecretSlot } from './SecretVault';

/** Stored secrets, as the API offers them. Who may is decided by a decorator with the same interface. */
export interface SecretsService {
  /** @throws NotFoundError, PreconditionFailedError, ConflictError, InputError */
  put(
    id: string,
    client: ClientKey,
    secret: SecretBody,
    options: WriteOptions,
  ): Promise<void>;

  /** @throws NotFoundError, PreconditionFailedError, ConflictError, InputError */
  promote(id: string, client: ClientKey, options: WriteOptions): Promise<void>;

  /**
   * @param slot - both when undefined
   * @throws NotFoundError, PreconditionFailedError, ConflictError
   */
  remove(
    id: string,
    client: ClientKey,
    slot: SecretSlot | undefined,
    options: WriteOptions,
  ): Promise<void>;
}
