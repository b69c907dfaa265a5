import { NotAllowedError } from '@backstage/errors';
import {
  connectionCheckPermission,
  type LoginDraft,
  type LoginTestBody,
} from 'backstage-plugin-camunda-identity-common';
import type { Caller } from '../input/Caller';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { LoginCallOptions, Logins } from '../logins/Logins';
import type { LoginsService } from '../logins/LoginsService';
import type { ConnectionsAccess } from './ConnectionsAccess';
import type { RecordGate } from './RecordGate';

/** A service has no browser to sign in with. */
function assertPerson({ kind }: Caller) {
  if (kind !== 'user')
    throw new NotAllowedError(
      'Services may not do this; it takes a person who signs in',
    );
}

/**
 * Owners and admins may sign in to a record's clients, since that uses its secrets and marks the record as
 * verified. Anybody who may check may try drafts.
 */
export class AuthorizedLoginsService implements Logins<ConnectionRef> {
  readonly #inner: LoginsService;
  readonly #gate: RecordGate;
  readonly #access: ConnectionsAccess;

  constructor(options: {
    inner: LoginsService;
    gate: RecordGate;
    access: ConnectionsAccess;
  }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
    this.#access = options.access;
  }

  async begin(
    ref: ConnectionRef,
    body: LoginTestBody,
    options: LoginCallOptions,
  ) {
    const record = await this.#admit(ref, options.caller);
    return this.#inner.begin(record, body, options);
  }

  async beginDraft(draft: LoginDraft, options: LoginCallOptions) {
    assertPerson(options.caller);
    const permission = connectionCheckPermission;
    const decisions = await this.#access.decide(options.caller, permission);
    decisions.assert(permission, undefined);
    return this.#inner.beginDraft(draft, options);
  }

  async complete(id: string, options: LoginCallOptions) {
    const answered = await this.#inner.find(id, options);
    const { connectionId } = answered.row;
    // Decided again, since the record may belong to others by now.
    const record = connectionId
      ? await this.#admit({ id: connectionId }, options.caller)
      : undefined;
    return this.#inner.complete(answered, record, options);
  }

  async #admit(ref: ConnectionRef, caller: Caller) {
    const permission = connectionCheckPermission;
    const admitted = await this.#gate.admit(ref, caller, permission);
    assertPerson(caller);
    this.#gate.assertMayChange(admitted, caller, permission, undefined);
    return admitted.record;
  }
}
