import type { Knex } from 'knex';
import type {
  Page,
  Report,
  ReportHeader,
} from 'backstage-plugin-camunda-identity-common';
import { isStorable } from './database/isStorable';
import { keysetPage } from './database/keyset';
import { HEADER_COLUMNS, toHeader, type ReportRow } from './reportRows';
import type { ReportsStore } from './ReportsStore';

/** Reports in SQLite or PostgreSQL. */
export class DatabaseReportsStore implements ReportsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
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
