import * as client from 'openid-client';
import {
  asksUserInfo,
  finding,
  type Finding,
  type SignInFacts,
} from 'backstage-plugin-camunda-identity-common';
import { guardedErrorOf } from '../http';
import { saysNothing } from '../checks/saysNothing';
import type { CheckContext } from '../checks/types';
import type { LoginTokens } from './redeem';
import type { KeptLogin } from './types';

/** The configuration written for Entra disables it, since its endpoint accepts Microsoft Graph tokens only. */
function isAsked({ input }: CheckContext, signIn: SignInFacts): boolean {
  return (
    signIn.claimsFrom === 'access-token-first' &&
    asksUserInfo(input.camundaVersion) &&
    input.provider.type !== 'MICROSOFT'
  );
}

/**
 * Asks the UserInfo endpoint if the component does.
 *
 * @returns never rejects, except when the context's signal is aborted
 */
export async function askUserInfo(
  context: CheckContext,
  signIn: SignInFacts,
  kept: KeptLogin,
  tokens: LoginTokens,
): Promise<{
  findings: Finding[];
  userInfo?: Readonly<Record<string, unknown>>;
}> {
  if (!isAsked(context, signIn)) return { findings: [] };
  const subject = { kind: 'client' as const, client: kept.client };
  const code = 'login.user-info';
  try {
    const userInfo = await client.fetchUserInfo(
      tokens.configuration,
      tokens.accessToken,
      tokens.subject,
    );
    return {
      userInfo: { ...userInfo },
      findings: [
        finding(code, 'pass', subject, {
          message: 'The UserInfo endpoint takes the access token',
        }),
      ],
    };
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    const guarded = guardedErrorOf(error);
    const status =
      error instanceof client.ResponseBodyError ||
      error instanceof client.WWWAuthenticateChallengeError
        ? ` (status ${error.status})`
        : '';
    const silent = guarded !== undefined && saysNothing(guarded);
    return {
      findings: [
        finding(code, silent ? 'unknown' : 'warn', subject, {
          message: guarded
            ? `The UserInfo endpoint gives no answer: ${guarded.message}`
            : `The UserInfo endpoint does not take the access token${status}: the cluster of 8.9 before 8.9.22 refuses to sign people in, later ones go by the ID token`,
        }),
      ],
    };
  }
}
