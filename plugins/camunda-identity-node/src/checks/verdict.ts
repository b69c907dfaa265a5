import type {
  Finding,
  FindingResult,
  FindingSubject,
} from 'backstage-plugin-camunda-identity-common';

export const PROVIDER: FindingSubject = { kind: 'provider' };

/** What a check has to say. */
export interface Verdict
  extends Pick<Finding, 'message'>,
    Partial<Pick<Finding, 'remedy' | 'evidence' | 'docsUrl' | 'causedBy'>> {
  result: FindingResult;
}
