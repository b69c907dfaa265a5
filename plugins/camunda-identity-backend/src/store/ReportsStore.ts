import type {
  Page,
  Report,
  ReportHeader,
} from 'backstage-plugin-camunda-identity-common';

/** Stored reports of records. */
export interface ReportsStore {
  /** Newest first. */
  list(
    connectionId: string,
    query: { limit: number; cursor?: string },
  ): Promise<Page<ReportHeader>>;

  find(connectionId: string, reportId: string): Promise<Report | undefined>;
}
