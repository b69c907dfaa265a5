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

/** Everything that one sign-in has brought. */
export interface LoginFacts {
  context: CheckContext;
  found: CheckedClient;
  signIn: SignInFacts;
  kept: KeptLogin;
  tokens: LoginTokens;
  idToken: ReadToken;
  /** Absent where the access token is opaque. */
  accessToken?: ReadToken;
  /** Of the UserInfo endpoint, where the component asks it and it answers. */
  userInfo?: Readonly<Record<string, unknown>>;
  /** What the component reads of the person, as its library does; absent where it can read nothing. */
  claims?: Readonly<Record<string, unknown>>;
  /** What `claims` is, for messages. */
  source: string;
}

/** @returns nothing where there is nothing to say. No message holds a value: they are personal. */
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

/** True for a claim that a component can use as a name. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
