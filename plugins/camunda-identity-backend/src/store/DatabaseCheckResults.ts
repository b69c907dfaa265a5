import type { Knex } from 'knex';
import { fromRow, healthColumns, type ConnectionRow } from './rows';
import type { HealthUpdate } from '../record/health';
import type {
  CheckResult,
  CheckResultsStore,
  SavedResult,
} from './CheckResultsStore';
import { noteHealthChange } from './HealthOutbox';
import { toReportRow } from './reportRows';

/** At most this many reports are deleted with one new one, so that no run waits for a large cleanup. */
const MAX_PRUNED = 50;

/** Results in SQLite or PostgreSQL, each in one transaction. */
export class DatabaseCheckResults implements CheckResultsStore {
  readonly #knex: Knex;
  readonly #maxReports: number;

  constructor(options: {
    knex: Knex;
    /** Reports kept per record, in addition to those that its health refers to. */
    maxReports: number;
  }) {
    this.#knex = options.knex;
    this.#maxReports = options.maxReports;
  }

  async save(result: CheckResult): Promise<SavedResult> {
    const { report } = result;
    const id = report.connectionId;
    return this.#knex.transaction(async tx => {
      // Locks the row, so that runs that end concurrently are stored one after the other, and a deletion waits.
      const row: ConnectionRow | undefined = await tx('connections')
        .where({ id })
        .forUpdate()
        .first();
      const isCurrent =
        row?.revision === result.revision &&
        (await this.#sameSecrets(tx, result));
      if (!row || !(await this.#reschedule(tx, result, isCurrent)))
        return { stored: false };
      await tx('check_reports').insert(toReportRow(report));
      const before = fromRow(row);
      if (!isCurrent) return { stored: true, before };
      const health = result.health(before);
      await tx('connections').where({ id }).update(healthColumns(health));
      await noteHealthChange(tx, {
        id,
        before: before.status,
        after: health.status,
        by: result.by,
      });
      await this.#prune(tx, id, health);
      return { stored: true, before, after: { ...before, ...health } };
    });
  }

  async findDigest(connectionId: string): Promise<string | undefined> {
    const row = await this.#knex('check_schedule')
      .where({ connection_id: connectionId })
      .first('discovery_digest');
    return row?.discovery_digest || undefined;
  }

  /** False if a secret was stored, promoted or deleted during the run. */
  async #sameSecrets(
    tx: Knex.Transaction,
    { report, secretVersions = {} }: CheckResult,
  ): Promise<boolean> {
    const sent = Object.entries(secretVersions);
    if (sent.length === 0) return true;
    const rows: Array<{ client: string; version: string }> = await tx(
      'stored_secrets',
    )
      .where({ connection_id: report.connectionId, slot: 'current' })
      .select('client', 'version');
    return sent.every(([client, version]) =>
      rows.some(row => row.client === client && row.version === version),
    );
  }

  async #reschedule(
    tx: Knex.Transaction,
    { report, lease, discoveryDigest }: CheckResult,
    isCurrent: boolean,
  ): Promise<boolean> {
    const digest =
      discoveryDigest === undefined
        ? {}
        : { discovery_digest: discoveryDigest };
    const where = { connection_id: report.connectionId };
    if (lease) {
      const updated = await tx('check_schedule')
        .where({ ...where, ticket: lease.ticket })
        .update({
          due_at: new Date(lease.dueAt).toISOString(),
          ticket: '',
          failures: lease.failures,
          ...digest,
        });
      return updated > 0;
    }
    // Does not apply if the record has another provider by now.
    if (discoveryDigest !== undefined && isCurrent)
      await tx('check_schedule').where(where).update(digest);
    return true;
  }

  async #prune(tx: Knex.Transaction, id: string, health: HealthUpdate) {
    const old: Array<{ id: string }> = await tx('check_reports')
      .where({ connection_id: id })
      .orderBy([
        { column: 'finished_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .offset(this.#maxReports)
      .limit(MAX_PRUNED)
      .select('id');
    if (old.length === 0) return;
    const needed = new Set(
      [...health.recent, ...health.verdicts].map(({ reportId }) => reportId),
    );
    await tx('check_reports')
      .whereIn(
        'id',
        old.map(row => row.id).filter(old_ => !needed.has(old_)),
      )
      .delete();
  }
}
