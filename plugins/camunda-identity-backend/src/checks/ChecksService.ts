import { InputError, NotFoundError } from '@backstage/errors';
import {
  KNOWN_REPORT,
  newestVersionWith,
  recordClient,
  type ClientKey,
  type ConnectionDraft,
  type Finding,
  type Page,
  type Report,
  type ReportHeader,
  type ReportTrigger,
  type RunSecrets,
} from 'backstage-plugin-camunda-identity-common';
import type {
  CheckInput,
  PlannedFinding,
} from 'backstage-plugin-camunda-identity-node';
import type { CamundaIdentityConfig } from '../config/readConfig';
import type { CallOptions } from '../input/Caller';
import type { ConnectionsStore } from '../store/ConnectionsStore';
import type { StoredConnection } from '../record/StoredConnection';
import { etagOf } from '../record/etag';
import { connectionNotFound } from '../input/notFound';
import type { CheckSecrets } from '../secrets/CheckSecrets';
import type { HealthPublisher } from '../notifications/HealthPublisher';
import type { CheckResultsStore } from '../store/CheckResultsStore';
import type { CheckRunner } from './CheckRunner';
import { afterRun } from '../record/health';
import { knownReport } from '../record/knownReport';
import type { OnDemandLimit } from '../store/OnDemandLimit';
import type { ReportsStore } from '../store/ReportsStore';

/** Options of a run on demand. */
export interface RunOptions extends CallOptions {
  /** Cancels the run; a cancelled run stores nothing. */
  signal?: AbortSignal;
  onPlan?(plan: PlannedFinding[]): void;
  onFinding?(finding: Finding): void;
  /** Called with the record's id once it was found and may be read. */
  onRecord?(id: string): void;
  /** The caller is an owner, so that a secret is tried again that the provider has refused before. */
  asOwner?: boolean;
}

function watching({ signal, onPlan, onFinding }: RunOptions) {
  return { signal, onPlan, onFinding };
}

/** Drafts get more runs, since people try an issuer several times while typing it. */
const DRAFT_FACTOR = 3;

/**
 * Checks and their reports, as the API offers them. A decorator with the same interface authorizes.
 *
 * @typeParam Ref - as in `ConnectionsService`
 */
export interface Checks<Ref> {
  /**
   * Checks a record now.
   *
   * @param secrets - for this run only
   * @throws NotFoundError, TooManyRequestsError, InputError for a secret of a client that the record does not have
   */
  checkRecord(
    connection: Ref,
    secrets: RunSecrets,
    trigger: ReportTrigger,
    options: RunOptions,
  ): Promise<Report>;

  /** Checks a draft; stores nothing. */
  checkDraft(draft: ConnectionDraft, options: RunOptions): Promise<Report>;

  listReports(
    connection: Ref,
    query: { limit: number; cursor?: string },
    options: CallOptions,
  ): Promise<Page<ReportHeader>>;

  /** @throws NotFoundError */
  getReport(
    connection: Ref,
    reportId: string,
    options: CallOptions,
  ): Promise<Report>;
}

/** Runs checks and keeps their reports. */
export class ChecksService implements Checks<StoredConnection> {
  readonly #options: {
    store: Pick<ConnectionsStore, 'claimWarnings'>;
    reports: ReportsStore;
    limit: OnDemandLimit;
    secrets: CheckSecrets;
    runner: CheckRunner;
    results: CheckResultsStore;
    publisher: HealthPublisher;
    config: Pick<CamundaIdentityConfig, 'onDemandPerMinute'>;
  };

  constructor(options: {
    store: Pick<ConnectionsStore, 'claimWarnings'>;
    reports: ReportsStore;
    limit: OnDemandLimit;
    secrets: CheckSecrets;
    runner: CheckRunner;
    results: CheckResultsStore;
    publisher: HealthPublisher;
    config: Pick<CamundaIdentityConfig, 'onDemandPerMinute'>;
  }) {
    this.#options = options;
  }

  async checkRecord(
    stored: StoredConnection,
    secrets: RunSecrets,
    trigger: ReportTrigger,
    options: RunOptions,
  ): Promise<Report> {
    const { store, runner, results, publisher } = this.#options;
    const { id } = stored;
    this.#assertSecrets({ ...stored.data, secrets });
    const by = await this.#limit(id, 1, options);
    const discoveryDigest = await results.findDigest(id);
    const claimSetBefore =
      stored.hasExtras === false
        ? undefined
        : (await store.claimWarnings([id])).get(id);
    const { outcome, report, secretVersions } =
      await this.#options.secrets.withStored(
        {
          record: stored,
          given: secrets,
          trigger,
          by: by.ref,
          retryRefused: options.asOwner,
        },
        (held, mask) =>
          runner.run({ ...stored.data, claimSetBefore, ...held }, trigger, {
            ...watching(options),
            mask,
            turn: { user: by.ref, record: id },
            previous: { discoveryDigest },
          }),
      );
    const full = { ...report, connectionId: id, recordEtag: etagOf(stored) };
    const { stored: kept } = await results.save({
      report: full,
      revision: stored.revision,
      discoveryDigest: outcome.discoveryDigest,
      secretVersions,
      by: by.user,
      health: current =>
        afterRun(
          current,
          outcome,
          { ...full, findings: outcome.findings },
          code => runner.definitionOf(code),
        ),
    });
    // The record was deleted during the check, so no report was stored that a link could lead to.
    if (!kept) throw connectionNotFound({ id });
    publisher.kick();
    return full;
  }

  async checkDraft(
    draft: ConnectionDraft,
    options: RunOptions,
  ): Promise<Report> {
    const input: CheckInput = {
      camundaVersion:
        draft.camundaVersion ??
        newestVersionWith(Object.keys(draft.components ?? {})),
      provider: draft.provider,
      components: draft.components ?? {},
      machineClients: draft.machineClients,
      initialClaim: draft.initialClaim,
      secrets: draft.secrets,
    };
    this.#assertSecrets(input);
    const by = await this.#limit('draft', DRAFT_FACTOR, options);
    const { report } = await this.#options.secrets.withGiven(
      draft.secrets,
      { by: by.ref },
      mask =>
        this.#options.runner.run(input, 'draft', {
          ...watching(options),
          mask,
          turn: { user: by.ref, record: 'draft' },
        }),
    );
    return report;
  }

  async listReports(
    { id }: StoredConnection,
    query: { limit: number; cursor?: string },
  ): Promise<Page<ReportHeader>> {
    return this.#options.reports.list(id, query);
  }

  /**
   * @param reportId - of a stored report, or {@link KNOWN_REPORT}
   * @throws NotFoundError
   */
  async getReport(stored: StoredConnection, reportId: string): Promise<Report> {
    const { id } = stored;
    if (reportId === KNOWN_REPORT) return this.#known(stored);
    const report = await this.#options.reports.find(id, reportId);
    if (!report)
      throw new NotFoundError('This connection has no report with this id');
    return report;
  }

  async #known(stored: StoredConnection): Promise<Report> {
    const { id } = stored;
    const newest = stored.recent[0]?.reportId;
    if (!newest)
      throw new NotFoundError('This connection has not been checked yet');
    const ids = new Set([
      newest,
      ...stored.verdicts.map(({ reportId }) => reportId),
    ]);
    const reports = await Promise.all(
      [...ids].map(reportId => this.#options.reports.find(id, reportId)),
    );
    return knownReport(
      stored,
      reports.filter(report => report !== undefined),
    );
  }

  #assertSecrets(input: CheckInput) {
    for (const client of Object.keys(input.secrets ?? {})) {
      const facts = recordClient(input, client as ClientKey)?.facts;
      if (!facts)
        throw new InputError(
          `secrets.${client}: the connection has no such client`,
        );
      if (facts.clientType === 'public')
        throw new InputError(
          `secrets.${client}: ${facts.title} is a public client and has no secret`,
        );
    }
  }

  /** @returns who calls: the entity reference of a user, or the subject of a service */
  async #limit(what: string, factor: number, { caller }: CallOptions) {
    const { limit, config } = this.#options;
    const { ref, kind } = caller;
    await limit.take(`${ref} ${what}`, config.onDemandPerMinute * factor);
    return kind === 'user' ? { ref, user: ref } : { ref };
  }
}
