import type { TokenJudge } from './types';

const MAX_SHOWN = 5;

/** `aud` contains what the component checks (RFC 9068 section 4). */
export const judgeAudience: TokenJudge = ({
  claims: { aud },
  candidate: { audience, accepted = [], facts, signedIn },
}) => {
  const actual = [aud ?? []]
    .flat()
    .filter((entry): entry is string => typeof entry === 'string')
    .map(entry => entry.slice(0, 200));
  const shown = actual.slice(0, MAX_SHOWN).join(', ') || 'no audience';
  const wanted = accepted.length > 0 ? accepted : [audience ?? []].flat();
  if (wanted.length === 0)
    return {
      result: 'skipped',
      message: `The record names no audience for this client; the token has ${shown}`,
    };
  const found = wanted.find(entry => actual.includes(entry));
  if (found !== undefined)
    return { result: 'pass', message: `The token has the audience ${found}` };
  // A client that signs people in gets other tokens for that; this one is only a hint.
  const isTheOne = signedIn || facts.grantTypes.includes('client_credentials');
  return {
    result: isTheOne ? 'fail' : 'warn',
    message: `The token has ${shown}, the component checks ${wanted.join(
      ' or ',
    )}`,
    evidence: { audiences: actual.slice(0, MAX_SHOWN) },
  };
};
