import type { JWTPayload } from 'jose';
import type {
  ClientFacts,
  ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../../verdict';
import type { CheckContext } from '../../types';

/** The client for which a token was issued. */
export interface TokenOwner {
  facts: ClientFacts;
  clientId: string;
  /** Audience that components check in its tokens. */
  audience?: string;
  /** Where a component accepts several. */
  accepted?: readonly string[];
  /** The token of a person who signed in, which is what components receive. */
  signedIn?: boolean;
}

/** A decoded access token and who asked for it. */
export interface TokenFacts {
  token: string;
  header: Readonly<Record<string, unknown>>;
  claims: JWTPayload;
  candidate: TokenOwner;
  profile: ProviderProfile;
  context: CheckContext;
}

/** @returns undefined if there is nothing to report */
export type TokenJudge = (
  facts: TokenFacts,
) => Verdict | undefined | Promise<Verdict | undefined>;
