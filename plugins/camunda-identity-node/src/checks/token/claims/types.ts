import type { JWTPayload } from 'jose';
import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../../verdict';
import type { CheckContext } from '../../types';
import type { Candidate } from '../candidates';

/** A decoded access token and who asked for it. */
export interface TokenFacts {
  token: string;
  header: Readonly<Record<string, unknown>>;
  claims: JWTPayload;
  candidate: Candidate;
  profile: ProviderProfile;
  context: CheckContext;
}

/** @returns undefined where there is nothing to say */
export type TokenJudge = (
  facts: TokenFacts,
) => Verdict | undefined | Promise<Verdict | undefined>;
