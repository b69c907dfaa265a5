import type { TokenJudge } from './types';

/** v1.0 against v2.0 tokens, if the product has both (Entra). */
export const judgeVersion: TokenJudge = ({
  claims: { ver, iss },
  profile: { tokenVersion, oldTokenIssuer },
}) => {
  if (!tokenVersion) return undefined;
  if (ver === tokenVersion)
    return { result: 'pass', message: `The token is of version ${ver}` };
  const old = typeof iss === 'string' && (oldTokenIssuer?.test(iss) ?? false);
  if (ver === undefined && !old)
    return { result: 'unknown', message: 'The token names no version (ver)' };
  return {
    result: 'fail',
    message: `The token is of version ${
      typeof ver === 'string' ? ver.slice(0, 20) : '1.0'
    }, Camunda needs ${tokenVersion}`,
  };
};
