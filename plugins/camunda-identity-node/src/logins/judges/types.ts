import type {
  Finding,
  FindingCode,
  FindingResult,
  FindingSubject,
  SignInFacts,
} from 'backstage-plugin-camunda-identity-common';
import { finding } from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../../checks/verdict';
import type { CheckContext, CheckedClient } from '../../checks/types';
import type { ReadToken } from '../readTokens';
import type { LoginTokens } from '../redeem';
import type { KeptLogin } from '../types';

/** Everything that a sign-in returned. */
export interface LoginFacts {
  context: CheckContext;
  found: CheckedClient;
  signIn: SignInFacts;
  kept: KeptLogin;
  tokens: LoginTokens;
  idToken: ReadToken;
  /** Absent if the access token is opaque. */
  accessToken?: ReadToken;
  /** Claims of the UserInfo endpoint, if the component asks it and it answers. */
  userInfo?: Readonly<Record<string, unknown>>;
  /** The person's claims that the component reads, chosen as its library does; absent if it can read none. */
  claims?: Readonly<Record<string, unknown>>;
  /** The origin of `claims`, for messages. */
  source: string;
}

/**
 * @returns nothing if there is nothing to report. No message contains the value of a claim, which is personal.
 */
export type LoginJudge = (facts: LoginFacts) => Finding[] | Promise<Finding[]>;

export const subjectOf = ({ kept }: LoginFacts): FindingSubject => ({
  kind: 'client',
  client: kept.client,
});

/** A finding about the client that was signed in to. */
export function about(
  facts: LoginFacts,
  code: FindingCode,
  result: FindingResult,
  rest: Omit<Verdict, 'result'>,
): Finding {
  return finding(code, result, subjectOf(facts), rest);
}

/** True for a value that a component can use as a name. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
