import {
  acceptedAudiences,
  passesTokenTo,
  recordClient,
} from 'backstage-plugin-camunda-identity-common';
import { tokenFindings } from '../../checks/token/claims';
import { about, type LoginJudge } from './types';

/** Judges the access token with the same rules as a check of the client. */
export const judgeAccessToken: LoginJudge = async facts => {
  const { context, found, kept, tokens, signIn, accessToken } = facts;
  const findings = await tokenFindings(
    context,
    {
      facts: found.facts,
      clientId: kept.clientId,
      audience: found.settings.audience,
      accepted: acceptedAudiences(context.input, kept.client),
      signedIn: true,
    },
    tokens.accessToken,
  );
  if (accessToken) return findings;
  const isNeeded = signIn.claimsFrom === 'access-token';
  return findings.map(entry =>
    entry.code === 'client.token-format'
      ? {
          ...entry,
          result: isNeeded ? ('fail' as const) : ('warn' as const),
          message: isNeeded
            ? `The access token is opaque (no JWT), and ${found.facts.title} reads in it who has signed in`
            : `The access token is opaque (no JWT); ${found.facts.title} goes by the ID token and UserInfo instead`,
        }
      : entry,
  );
};

/** Whether other components that are called with the token accept it. */
export const judgePassedOn: LoginJudge = facts => {
  const { context, kept, accessToken } = facts;
  if (!accessToken) return [];
  const actual = [accessToken.claims.aud ?? []].flat();
  return passesTokenTo(context.input, kept.client).flatMap(key => {
    const wanted = acceptedAudiences(context.input, key);
    const title = recordClient(context.input, key)?.facts.title ?? key;
    if (wanted.length === 0) return [];
    const fits = wanted.some(entry => actual.includes(entry));
    return [
      about(facts, 'login.token-audience', fits ? 'pass' : 'warn', {
        message: fits
          ? `${title} accepts the audience of the token`
          : `${title} accepts ${wanted.join(
              ' or ',
            )}, and the token has none of them: deploying with it is refused`,
        evidence: { component: key },
      }),
    ];
  });
};
