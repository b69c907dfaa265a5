import {
  connectionReadPermission,
  type ConnectionPermission,
} from 'backstage-plugin-camunda-identity-common';
import type { ServiceAction } from '../config/readConfig';
import type { Caller } from '../input/Caller';
import type { ConnectionRef } from '../input/ConnectionRef';
import { connectionNotFound } from '../input/notFound';
import type { StoredConnection } from '../record/StoredConnection';
import type { ConnectionsStore } from '../store/ConnectionsStore';
import type { ConnectionsAccess } from './ConnectionsAccess';
import type { Decisions } from './Decisions';

/** A record that the caller may at least read, with the other decisions about it. */
export interface Admitted {
  record: StoredConnection;
  decisions: Decisions;
}

/**
 * Reads the record of a call once and decides about it once. The services behind get the record itself, so that
 * they work on exactly the record of the decision.
 */
export class RecordGate {
  readonly #store: Pick<ConnectionsStore, 'find' | 'findByName'>;
  readonly #access: ConnectionsAccess;

  constructor(options: {
    store: Pick<ConnectionsStore, 'find' | 'findByName'>;
    access: ConnectionsAccess;
  }) {
    this.#store = options.store;
    this.#access = options.access;
  }

  /**
   * @param further - permissions besides reading that the call may need decided
   * @throws NotFoundError for a record that does not exist, or that this caller may not read
   */
  async admit(
    ref: ConnectionRef,
    caller: Caller,
    ...further: ConnectionPermission[]
  ): Promise<Admitted> {
    const record = await ('id' in ref
      ? this.#store.find(ref.id)
      : this.#store.findByName(ref.name));
    if (!record) throw connectionNotFound(ref);
    const decisions = await this.#access.decide(
      caller,
      connectionReadPermission,
      ...further,
    );
    if (!decisions.mayRead(record.data)) throw connectionNotFound(ref);
    return { record, decisions };
  }

  /**
   * As {@link admit}, for calls that change the record.
   *
   * @param action - the action in `serviceAccess`; undefined for actions that no service may take
   * @throws NotFoundError, NotAllowedError
   */
  async admitChange(
    ref: ConnectionRef,
    caller: Caller,
    permission: ConnectionPermission,
    action: ServiceAction | undefined,
  ): Promise<Admitted> {
    const admitted = await this.admit(ref, caller, permission);
    this.assertMayChange(admitted, caller, permission, action);
    return admitted;
  }

  /** @throws NotAllowedError */
  assertMayChange(
    { record, decisions }: Admitted,
    caller: Caller,
    permission: ConnectionPermission,
    action: ServiceAction | undefined,
  ) {
    this.#access.assertService(caller, action);
    decisions.assert(permission, record.data);
    this.#access.assertOwns(caller, record.data.owner);
  }
}
