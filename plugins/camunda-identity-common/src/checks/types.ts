import type { ClientKey } from '../camunda';

/** @public */
export type FindingResult =
  | 'pass'
  | 'info'
  | 'warn'
  | 'fail'
  | 'unknown'
  | 'skipped';

/** @public */
export type ReportStatus = 'pass' | 'warn' | 'fail' | 'unknown';

/** @public */
export type ReportTrigger =
  | 'manual'
  | 'schedule'
  | 'draft'
  | 'scaffolder'
  | 'login';

/**
 * What a finding is about.
 *
 * @public
 */
export interface FindingSubject {
  kind: 'provider' | 'client' | 'record';
  client?: ClientKey;
}

/**
 * One verdict of a check. Never holds a secret, nor the body of an answer that is not JSON.
 *
 * @public
 */
export interface Finding {
  /** Stable, `area.kebab-case`; listed in the catalogue. */
  code: string;
  result: FindingResult;
  subject: FindingSubject;
  title: string;
  message: string;
  remedy?: string;
  docsUrl?: string;
  evidence?: Record<string, string | number | boolean | string[]>;
  durationMs?: number;
  /**
   * Code of the finding that this one follows from. Mend that one and this is gone; it is not counted in a
   * status.
   */
  causedBy?: string;
}

/**
 * What a verdict rests on: a provider that was asked, and how many of the record's clients.
 *
 * @public
 */
export interface Coverage {
  /** Whether discovery document and key set could be judged. */
  provider: boolean;
  clients: {
    /** Clients of the record. */
    total: number;
    /** Those of which something was found out at the provider or at the running component. */
    checked: number;
    /** Those whose secret the provider was asked about. */
    secretsTested: number;
  };
}

/** @public */
export interface ReportSummary extends Record<FindingResult, number> {}

/** @public */
export interface Report {
  id: string;
  connectionId?: string;
  recordEtag?: string;
  trigger: ReportTrigger;
  /** ISO 8601. */
  startedAt: string;
  finishedAt: string;
  durationMs: number;
  status: ReportStatus;
  summary: ReportSummary;
  /** Absent in reports that were stored before it was kept. */
  coverage?: Coverage;
  findings: Finding[];
}

/** @public */
export type ReportHeader = Omit<Report, 'findings'>;

/**
 * An entry of the catalogue of finding codes.
 *
 * @public
 */
export interface FindingDefinition {
  code: string;
  title: string;
  /** The result when it is not met. */
  severity: Exclude<FindingResult, 'pass' | 'skipped'>;
  explanation: string;
  remedy?: string;
  /** Section of a specification, of Camunda's page, or a chart file. */
  source: string;
}
