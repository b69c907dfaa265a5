import type {
  ClientKey,
  SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { CallOptions } from '../input/Caller';
import type { SecretSlot } from '../store/SecretsStore';

/**
 * Stored secrets, as the API offers them. A decorator with the same interface authorizes.
 *
 * @typeParam Ref - as in `ConnectionsService`
 */
export interface SecretsService<Ref> {
  /** @throws NotFoundError, PreconditionFailedError, ConflictError, InputError */
  put(
    connection: Ref,
    client: ClientKey,
    secret: SecretBody,
    options: CallOptions,
  ): Promise<void>;

  /** @throws NotFoundError, PreconditionFailedError, ConflictError, InputError */
  promote(
    connection: Ref,
    client: ClientKey,
    options: CallOptions,
  ): Promise<void>;

  /**
   * @param slot - both slots when undefined
   * @throws NotFoundError, PreconditionFailedError, ConflictError
   */
  remove(
    connection: Ref,
    client: ClientKey,
    slot: SecretSlot | undefined,
    options: CallOptions,
  ): Promise<void>;
}
