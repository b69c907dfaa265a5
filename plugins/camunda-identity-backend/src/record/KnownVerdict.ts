import type {
  FindingResult,
  FindingSubject,
} from 'backstage-plugin-camunda-identity-common';

/**
 * The last known verdict on a finding code and subject. Health rests on these and not on the last report,
 * so that a shallow run does not hide what a deeper one found.
 */
export interface KnownVerdict {
  code: string;
  subject: FindingSubject;
  result: Exclude<FindingResult, 'unknown' | 'skipped'>;
  at: string;
  reportId: string;
  /** As in a finding. */
  causedBy?: string;
  /** Fingerprint of the part of the record that the verdict is based on. */
  basis: string;
}
