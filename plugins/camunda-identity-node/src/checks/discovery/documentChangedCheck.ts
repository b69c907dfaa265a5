import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';
import { changedMembers } from './digest';

/** Members whose change would send people, codes or secrets elsewhere. */
const GRAVE = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
];

/** Compares the parsed document with that of the last run, regardless of order. */
export const documentChangedCheck = checkOf(
  DOCUMENT,
  'discovery.document-changed',
  ({ outcome, context }): Verdict => {
    const before = context.previous.discoveryDigest;
    if (!before)
      return {
        result: 'skipped',
        message: 'There is no earlier document to compare with',
      };
    const changed = changedMembers(before, outcome.digest);
    if (changed.length === 0)
      return {
        result: 'pass',
        message: 'The document is the same as at the last check',
      };
    return {
      result: changed.some(member => GRAVE.includes(member)) ? 'warn' : 'info',
      message: `Changed since the last check: ${changed.join(', ')}`,
      evidence: { members: changed },
    };
  },
);
