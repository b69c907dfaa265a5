import type { TokenJudge } from './types';

const CLAIMS = ['azp', 'client_id', 'appid', 'cid'] as const;

/** The client for which the token was issued (RFC 9068 section 2.2). */
export const judgeClient: TokenJudge = ({
  claims,
  candidate: { clientId },
}) => {
  const named = CLAIMS.filter(name => typeof claims[name] === 'string');
  if (named.length === 0)
    return {
      result: 'warn',
      message: `The token does not name its client (${CLAIMS.join(', ')})`,
    };
  const right = named.filter(name => claims[name] === clientId);
  return right.length > 0
    ? {
        result: 'pass',
        message: `The token names its client in ${right.join(', ')}`,
        evidence: { claims: right },
      }
    : {
        result: 'warn',
        message: `The token names another client in ${named.join(', ')}`,
      };
};
