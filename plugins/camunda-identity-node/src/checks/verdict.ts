import type {
  Finding,
  FindingResult,
  FindingSubject,
} from 'backstage-plugin-camunda-identity-common';

export const PROVIDER: FindingSubject = { kind: 'provider' };

/** The verdict of a check. */
export interface Verdict
  extends Pick<Finding, 'message'>,
    Partial<Pick<Finding, 'remedy' | 'evidence' | 'docsUrl' | 'causedBy'>> {
  result: FindingResult;
}
