import type { TokenJudge } from './types';

const MINUTE = 60;
const DAY = 24 * 60 * 60;
/** Tolerated clock difference in seconds. */
const TOLERANCE = 60;

/** The token is valid now, and for a sensible time (RFC 7519 sections 4.1.4 and 4.1.5). */
export const judgeLifetime: TokenJudge = ({
  claims: { exp, iat, nbf },
  context,
}) => {
  const now = Math.floor(context.lint.now.getTime() / 1000);
  if (typeof exp !== 'number')
    return {
      result: 'fail',
      message: 'The token does not say when it expires (exp)',
    };
  if (exp <= now - TOLERANCE)
    return {
      result: 'fail',
      message: `The token had expired ${
        now - exp
      } seconds before it was issued to us`,
    };
  if (typeof nbf === 'number' && nbf > now + TOLERANCE)
    return {
      result: 'fail',
      message: `The token is valid only in ${nbf - now} seconds: clocks differ`,
    };
  const lifetime = exp - (typeof iat === 'number' ? iat : now);
  const evidence = { seconds: lifetime };
  if (lifetime < MINUTE)
    return {
      result: 'warn',
      message: `The token is valid for ${lifetime} seconds only`,
      evidence,
    };
  if (lifetime > DAY)
    return {
      result: 'warn',
      message: `The token is valid for ${Math.round(
        lifetime / 3600,
      )} hours; a stolen one is as well`,
      evidence,
    };
  return {
    result: 'pass',
    message: `The token is valid for ${Math.round(lifetime / 60)} minutes`,
    evidence,
  };
};
