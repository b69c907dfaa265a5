import { compareIssuers } from '../../discovery/compareIssuers';
import { accessTokenIssuer } from '../../discovery/tokenIssuerCheck';
import type { Verdict } from '../../verdict';
import type { TokenFacts, TokenJudge } from './types';

const MAX_ISSUER = 2048;

/** Why a token names another issuer, as far as the document explains it. */
async function reasonOf(
  { context }: TokenFacts,
  issuer: string,
): Promise<Pick<Verdict, 'message' | 'remedy' | 'causedBy'> | undefined> {
  const discovery = await context.discovery();
  if (!discovery.ok) return undefined;
  if (accessTokenIssuer(discovery.document) === issuer)
    return {
      message:
        'the document itself names it as access_token_issuer. Components refuse such tokens; signing in alone does not depend on it',
      remedy: `Have access tokens name the issuer ${discovery.issuerAsWritten}.`,
    };
  // Same cause: the record has not the issuer that the provider calls itself.
  if (discovery.issuerAsWritten === issuer)
    return {
      message: 'it is the one that the document names',
      causedBy: 'discovery.issuer-mismatch',
    };
  return undefined;
}

/** `iss` is the configured issuer (RFC 9068 section 4). */
export const judgeIssuer: TokenJudge = async facts => {
  const { issuer } = facts.context.resolved;
  const { iss } = facts.claims;
  if (typeof iss !== 'string')
    return { result: 'fail', message: 'The token names no issuer (iss)' };
  const match = compareIssuers(issuer, iss);
  if (match === 'identical')
    return { result: 'pass', message: 'The token names the configured issuer' };
  const reason = await reasonOf(facts, iss);
  const said = `The token names the issuer ${iss.slice(
    0,
    MAX_ISSUER,
  )}, configured is ${issuer}`;
  const difference =
    match === 'similar' ? '; only slash, case or default port differ' : '';
  return {
    ...reason,
    result: 'fail',
    message: `${said}${difference}${reason ? `; ${reason.message}` : ''}`,
  };
};
