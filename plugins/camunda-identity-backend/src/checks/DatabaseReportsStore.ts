import type { Knex } from 'knex';
import type {
  Page,
  Report,
  ReportHeader,
} from 'backstage-plugin-camunda-identity-common';
import { isStorable } from '../database/isStorable';
import { keysetPage } from '../database/keyset';
import type { ReportsStore } from './ReportsStore';

interface ReportRow {
  id: string;
  connection_id: string;
  record_etag: string;
  trigger: string;
  status: string;
  started_at: string;
  finished_at: string;
  duration_ms: number;
  summary: string;
  findings: string;
}

const HEADER_COLUMNS = [
  'id',
  'connection_id',
  'record_etag',
  'trigger',
  'status',
  'started_at',
  'finished_at',
  'duration_ms',
  'summary',
] as const;

function toHeader(row: Omit<ReportRow, 'findings'>): ReportHeader {
  return {
    id: row.id,
    connectionId: row.connection_id,
    recordEtag: row.record_etag,
    trigger: row.trigger as ReportHeader['trigger'],
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    durationMs: row.duration_ms,
    status: row.status as ReportHeader['status'],
    summary: JSON.parse(row.summary),
  };
}

/** Reports in SQLite or PostgreSQL. */
export class DatabaseReportsStore implements ReportsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(report: Report & { connectionId: string }): Promise<boolean> {
    try {
      await this.#knex<ReportRow>('check_reports').insert({
        id: report.id,
        connection_id: report.connectionId,
        record_etag: report.recordEtag ?? '',
        trigger: report.trigger,
        status: report.status,
        started_at: report.startedAt,
        finished_at: report.finishedAt,
        duration_ms: report.durationMs,
        summary: JSON.stringify(report.summary),
        findings: JSON.stringify(report.findings),
      });
      return true;
    } catch (error) {
      // Deleted while the check ran: its reports are gone with it, and that is no failure.
      const exists = await this.#knex('connections')
        .where({ id: report.connectionId })
        .first('id');
      if (!exists) return false;
      throw error;
    }
  }

  async list(
    connectionId: string,
    query: { limit: number; cursor?: string },
  ): Promise<Page<ReportHeader>> {
    const { rows, nextCursor, prevCursor } = await keysetPage<ReportRow>(
      this.#knex('check_reports')
        .select(HEADER_COLUMNS)
        .where({ connection_id: connectionId }),
      { column: 'finished_at', sort: 'finishedAt', order: 'desc', ...query },
    );
    return { items: rows.map(toHeader), nextCursor, prevCursor };
  }

  async find(
    connectionId: string,
    reportId: string,
  ): Promise<Report | undefined> {
    if (!isStorable(reportId)) return undefined;
    const row = await this.#knex<ReportRow>('check_reports')
      .where({ connection_id: connectionId, id: reportId })
      .first();
    return row && { ...toHeader(row), findings: JSON.parse(row.findings) };
  }
}
