import { compareIssuers } from '../../discovery/compareIssuers';
import type { TokenJudge } from './index';

/** `iss` is the configured issuer (RFC 9068 section 4). */
export const judgeIssuer: TokenJudge = ({ claims: { iss }, context }) => {
  const { issuer } = context.resolved;
  if (typeof iss !== 'string')
    return { result: 'fail', message: 'The token names no issuer (iss)' };
  const match = compareIssuers(issuer, iss);
  return match === 'identical'
    ? { result: 'pass', message: 'The token names the configured issuer' }
    : {
        result: 'fail',
        message: `The token names the issuer ${iss.slice(
          0,
          2048,
        )}, configured is ${issuer}${
          match === 'similar' ? '; only slash, case or default port differ' : ''
        }`,
      };
};
