import type {
  ClientKey,
  SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { CallOptions } from '../connections/ConnectionsService';
import type { SecretSlot } from './SecretVault';

/** Stored secrets, as the API offers them. Who may is decided by a decorator with the same interface. */
export interface SecretsService {
  /** @throws NotFoundError, ConflictError, InputError */
  put(
    id: string,
    client: ClientKey,
    secret: SecretBody,
    options: CallOptions,
  ): Promise<void>;

  /** @throws NotFoundError, ConflictError, InputError */
  promote(id: string, client: ClientKey, options: CallOptions): Promise<void>;

  /**
   * @param slot - both when undefined
   * @throws NotFoundError, ConflictError
   */
  remove(
    id: string,
    client: ClientKey,
    slot: SecretSlot | undefined,
    options: CallOptions,
  ): Promise<void>;
}
