import {
  connectionCheckPermission,
  type ConnectionDraft,
  type ReportTrigger,
  type RunSecrets,
} from 'backstage-plugin-camunda-identity-common';
import type {
  CallOptions,
  ConnectionsService,
} from '../connections/ConnectionsService';
import type { ConnectionsAccess } from './ConnectionsAccess';
import type { ChecksService, RunOptions } from '../checks/ChecksService';

/** What the API offers of checks. */
export type Checks = Pick<
  ChecksService,
  'checkRecord' | 'checkDraft' | 'listReports' | 'getReport'
>;

/** Decides who may check; whoever may not read a record gets 404. */
export class AuthorizedChecksService implements Checks {
  readonly #inner: Checks;
  readonly #connections: ConnectionsService;
  readonly #access: ConnectionsAccess;

  constructor(options: {
    inner: Checks;
    /** With authorization. */
    connections: ConnectionsService;
    access: ConnectionsAccess;
  }) {
    this.#inner = options.inner;
    this.#connections = options.connections;
    this.#access = options.access;
  }

  async checkRecord(
    id: string,
    secrets: RunSecrets,
    trigger: ReportTrigger,
    options: RunOptions,
  ) {
    const connection = await this.#connections.get(id, options);
    const given = Object.keys(secrets ?? {}).length > 0;
    // Whoever enters a secret decides what the health says of the real one: that is for its owners. Others
    // may try one on a draft, which touches no record.
    await (given
      ? this.#access.assertMayChange(
          connection,
          connectionCheckPermission,
          'update',
          options.credentials,
        )
      : this.#access.assertAllowed(
          connection,
          connectionCheckPermission,
          options.credentials,
        ));
    const caller = await this.#access.resolve(options.credentials);
    return this.#inner.checkRecord(id, secrets, trigger, {
      ...options,
      asOwner: this.#access.owns(caller, connection.owner),
    });
  }

  async checkDraft(draft: ConnectionDraft, options: RunOptions) {
    await this.#access.assertAllowed(
      undefined,
      connectionCheckPermission,
      options.credentials,
    );
    return this.#inner.checkDraft(draft, options);
  }

  listReports(
    id: string,
    query: { limit: number; cursor?: string },
    options: CallOptions,
  ) {
    return this.#inner.listReports(id, query, options);
  }

  getReport(id: string, reportId: string, options: CallOptions) {
    return this.#inner.getReport(id, reportId, options);
  }
}
