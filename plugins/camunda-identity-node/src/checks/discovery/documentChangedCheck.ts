import { documentCheck, type Verdict } from '../documentCheck';
import { changedMembers } from './digest';

/** A change here sends people, codes or secrets elsewhere. */
const GRAVE = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
];

/** The document against that of the last run, compared parsed and whatever its order. */
export const documentChangedCheck = documentCheck(
  'discovery.document-changed',
  async ({ context }): Promise<Verdict> => {
    const outcome = await context.discovery();
    const before = context.previous.discoveryDigest;
    if (!outcome.ok || !before)
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
