import {
  secretWritePermission,
  type ClientKey,
  type SecretBody,
} from 'backstage-plugin-camunda-identity-common';
import type { CallOptions } from '../input/Caller';
import { assertCondition, untilStored } from '../input/precondition';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { StoredConnection } from '../record/StoredConnection';
import type { SecretsService } from '../secrets/SecretsService';
import type { SecretSlot } from '../store/SecretsStore';
import type { RecordGate } from './RecordGate';

/** Lets owners and admins write secrets, and never a service. */
export class AuthorizedSecretsService implements SecretsService<ConnectionRef> {
  readonly #inner: SecretsService<StoredConnection>;
  readonly #gate: RecordGate;

  constructor(options: {
    inner: SecretsService<StoredConnection>;
    gate: RecordGate;
  }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async put(
    ref: ConnectionRef,
    client: ClientKey,
    secret: SecretBody,
    options: CallOptions,
  ): Promise<void> {
    await this.#changed(ref, options, record =>
      this.#inner.put(record, client, secret, options),
    );
  }

  async promote(
    ref: ConnectionRef,
    client: ClientKey,
    options: CallOptions,
  ): Promise<void> {
    await this.#changed(ref, options, record =>
      this.#inner.promote(record, client, options),
    );
  }

  async remove(
    ref: ConnectionRef,
    client: ClientKey,
    slot: SecretSlot | undefined,
    options: CallOptions,
  ): Promise<void> {
    await this.#changed(ref, options, record =>
      this.#inner.remove(record, client, slot, options),
    );
  }

  /** @throws NotFoundError, NotAllowedError, PreconditionFailedError */
  async #changed(
    ref: ConnectionRef,
    { caller, condition }: CallOptions,
    change: (record: StoredConnection) => Promise<void>,
  ): Promise<void> {
    await untilStored(condition, async () => {
      const { record } = await this.#gate.admitChange(
        ref,
        caller,
        secretWritePermission,
        undefined,
      );
      assertCondition(record, condition);
      await change(record);
    });
  }
}
