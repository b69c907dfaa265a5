import {
  connectionUpdatePermission,
  secretWritePermission,
  type RegistrationBody,
  type Registrations,
} from 'backstage-plugin-camunda-identity-common';
import type { CallOptions } from '../input/Caller';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { RegistrationService } from '../registrations/RegistrationService';
import type { RecordGate } from './RecordGate';

/**
 * Allows people who may change a record and its secrets, and never a service; decided before the provider is
 * asked.
 */
export class AuthorizedRegistrations {
  readonly #inner: RegistrationService;
  readonly #gate: RecordGate;

  constructor(options: { inner: RegistrationService; gate: RecordGate }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  /** @throws NotFoundError, NotAllowedError, and as {@link RegistrationService.register} */
  async register(
    ref: ConnectionRef,
    body: RegistrationBody,
    options: CallOptions,
  ): Promise<Registrations> {
    const { caller } = options;
    const admitted = await this.#gate.admit(
      ref,
      caller,
      connectionUpdatePermission,
      secretWritePermission,
    );
    for (const permission of [
      connectionUpdatePermission,
      secretWritePermission,
    ])
      this.#gate.assertMayChange(admitted, caller, permission, undefined);
    return this.#inner.register(admitted.record, body, options);
  }
}
