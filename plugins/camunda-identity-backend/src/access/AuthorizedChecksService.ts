import {
  connectionCheckPermission,
  type ConnectionDraft,
  type ReportTrigger,
  type RunSecrets,
} from 'backstage-plugin-camunda-identity-common';
import type { Checks, RunOptions } from '../checks/ChecksService';
import type { CallOptions } from '../input/Caller';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { StoredConnection } from '../record/StoredConnection';
import type { ConnectionsAccess } from './ConnectionsAccess';
import type { RecordGate } from './RecordGate';

/** Decides who may run checks. A caller who may not read a record gets 404. */
export class AuthorizedChecksService implements Checks<ConnectionRef> {
  readonly #inner: Checks<StoredConnection>;
  readonly #gate: RecordGate;
  readonly #access: ConnectionsAccess;

  constructor(options: {
    inner: Checks<StoredConnection>;
    gate: RecordGate;
    access: ConnectionsAccess;
  }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
    this.#access = options.access;
  }

  async checkRecord(
    ref: ConnectionRef,
    secrets: RunSecrets,
    trigger: ReportTrigger,
    options: RunOptions,
  ) {
    const { caller } = options;
    const permission = connectionCheckPermission;
    const admitted = await this.#gate.admit(ref, caller, permission);
    const { record, decisions } = admitted;
    options.onRecord?.(record.id);
    // Entering a secret determines the health of the real one, so only owners may. Others may try a secret on a
    // draft, which touches no record.
    if (Object.keys(secrets ?? {}).length > 0)
      this.#gate.assertMayChange(admitted, caller, permission, 'update');
    else decisions.assert(permission, record.data);
    return this.#inner.checkRecord(record, secrets, trigger, {
      ...options,
      asOwner: this.#access.owns(caller, record.data.owner),
    });
  }

  async checkDraft(draft: ConnectionDraft, options: RunOptions) {
    const permission = connectionCheckPermission;
    const decisions = await this.#access.decide(options.caller, permission);
    decisions.assert(permission, undefined);
    return this.#inner.checkDraft(draft, options);
  }

  async listReports(
    ref: ConnectionRef,
    query: { limit: number; cursor?: string },
    options: CallOptions,
  ) {
    const { record } = await this.#gate.admit(ref, options.caller);
    return this.#inner.listReports(record, query, options);
  }

  async getReport(ref: ConnectionRef, reportId: string, options: CallOptions) {
    const { record } = await this.#gate.admit(ref, options.caller);
    return this.#inner.getReport(record, reportId, options);
  }
}
