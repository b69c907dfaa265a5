import type { Finding } from './types';

/**
 * A claim about the person who signed in, and where it stands. Values as text, lists and objects as JSON;
 * long ones are cut.
 *
 * @public
 */
export interface LoginClaim {
  name: string;
  idToken?: string;
  accessToken?: string;
  userInfo?: string;
}

/**
 * What a sign-in says of the record's initial claim: the person has it with the record's value, with
 * another one, or not at all; `present` where the record has no value to compare with.
 *
 * @public
 */
export type InitialClaimVerdict = 'matches' | 'differs' | 'present' | 'missing';

/**
 * What a real sign-in has shown. The claims are the person's own: nobody else gets them, and nothing stores them.
 *
 * @public
 */
export interface LoginOutcome {
  status: 'pass' | 'warn' | 'fail' | 'unknown';
  /** By which the component knows the person, as far as that is known. */
  signedInAs?: string;
  claims: LoginClaim[];
  initialClaim?: { name: string; verdict: InitialClaimVerdict };
  findings: Finding[];
}
