import type {
  Page,
  Report,
  ReportHeader,
} from 'backstage-plugin-camunda-identity-common';

/** Keeps the reports of records. */
export interface ReportsStore {
  /** @returns false when the record is gone */
  insert(report: Report & { connectionId: string }): Promise<boolean>;

  /** Newest first. */
  list(
    connectionId: string,
    query: { limit: number; cursor?: string },
  ): Promise<Page<ReportHeader>>;

  find(connectionId: string, reportId: string): Promise<Report | undefined>;
}
