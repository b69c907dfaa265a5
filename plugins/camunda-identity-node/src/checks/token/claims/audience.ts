import type { TokenJudge } from './types';

const MAX_SHOWN = 5;

/** `aud` contains what the component checks (RFC 9068 section 4). */
export const judgeAudience: TokenJudge = ({
  claims: { aud },
  candidate: { audience, facts },
}) => {
  const actual = [aud ?? []]
    .flat()
    .filter((entry): entry is string => typeof entry === 'string')
    .map(entry => entry.slice(0, 200));
  const shown = actual.slice(0, MAX_SHOWN).join(', ') || 'no audience';
  if (audience === undefined)
    return {
      result: 'skipped',
      message: `The record names no audience for this client; the token has ${shown}`,
    };
  if (actual.includes(audience))
    return {
      result: 'pass',
      message: `The token has the audience ${audience}`,
    };
  // A client that signs people in gets other tokens then; this one is only a hint.
  const machine = facts.grantTypes.includes('client_credentials');
  return {
    result: machine ? 'fail' : 'warn',
    message: `The token has ${shown}, the component checks ${audience}`,
    evidence: { audiences: actual.slice(0, MAX_SHOWN) },
  };
};
