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
 * What people are told of a finding code.
 *
 * @public
 */
export interface FindingDescription<Code extends string = string> {
  code: Code;
  title: string;
  /** The result when it is not met. */
  severity: Exclude<FindingResult, 'pass' | 'skipped'>;
  explanation: string;
  remedy?: string;
  /** Section of a specification, of Camunda's page, or a chart file. */
  source: string;
}

/**
 * A finding that explains another: mend it, and the other is gone.
 *
 * @public
 */
export interface FindingCause {
  code: string;
  /** Both have to be about the same client; else whoever they are about. */
  sameClient?: boolean;
  /** A further condition. */
  when?(effect: Finding, cause: Finding): boolean;
}

/**
 * What it means that a run reports a code, or does not.
 *
 * @public
 */
export interface FindingMeaning {
  /**
   * What is asked to find it out. Findings of a group come of the same questions: as long as one of them could
   * not be told, silence about another says nothing. A code without a group is alone in its own.
   */
  group?: string;
  /**
   * - `always`: every run that plans it; `unknown` where it could not be told. The default
   * - `when-wrong`: a run that got far enough and says nothing of it means that all is well
   * - `when-reached`: once a finding that it needs has passed; that one says why not otherwise
   */
  reported?: 'always' | 'when-wrong' | 'when-reached';
  /**
   * What has to have passed, about the provider or the same client, before silence about this code means
   * that all is well: one of each list. The discovery document, where it is left out.
   */
  needs?: readonly (readonly string[])[];
  /** A failure in the group takes the place of every other one: the one request fails in one way. */
  oneOfGroup?: boolean;
  /** A client of which this is told was looked at (coverage of a report). */
  coversClient?: boolean;
  /** The provider's own words may say what to do; the product's setting is not added then. */
  explained?: boolean;
  /** What it follows from; the first that fits. */
  causedBy?: readonly FindingCause[];
}

/**
 * An entry of the catalogue of finding codes.
 *
 * @public
 */
export interface FindingDefinition<Code extends string = string>
  extends FindingDescription<Code>,
    FindingMeaning {}
