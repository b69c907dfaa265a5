import type {
  Report,
  ReportHeader,
} from 'backstage-plugin-camunda-identity-common';

/** A row of the table `check_reports`. */
export interface ReportRow {
  id: string;
  connection_id: string;
  record_etag: string;
  trigger: string;
  status: string;
  started_at: string;
  finished_at: string;
  duration_ms: number;
  summary: string;
  /** Empty if the report has none. */
  coverage: string;
  findings: string;
}

/** Columns of a report without its findings. */
export const HEADER_COLUMNS = [
  'id',
  'connection_id',
  'record_etag',
  'trigger',
  'status',
  'started_at',
  'finished_at',
  'duration_ms',
  'summary',
  'coverage',
] as const;

export function toReportRow(
  report: Report & { connectionId: string },
): ReportRow {
  return {
    id: report.id,
    connection_id: report.connectionId,
    record_etag: report.recordEtag ?? '',
    trigger: report.trigger,
    status: report.status,
    started_at: report.startedAt,
    finished_at: report.finishedAt,
    duration_ms: report.durationMs,
    summary: JSON.stringify(report.summary),
    coverage: report.coverage ? JSON.stringify(report.coverage) : '',
    findings: JSON.stringify(report.findings),
  };
}

export function toHeader(row: Omit<ReportRow, 'findings'>): ReportHeader {
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
    ...(row.coverage ? { coverage: JSON.parse(row.coverage) } : {}),
  };
}
