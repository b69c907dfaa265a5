import type { Explanation } from 'backstage-plugin-camunda-identity-common';

/**
 * What an authorization endpoint does with a request while nobody is signed in.
 *
 * - `back`: it redirects to the redirect URI, which is never requested
 * - `elsewhere`: it sends its answer to an address other than the one requested
 * - `login`: it redirects within itself or to another sign-in, or shows a login page
 * - `refused`: it answers an error itself
 * - `broken`: it does not behave as an authorization endpoint
 * - `none`: no meaningful answer, such as a request to retry later
 */
export type ProbeAnswer =
  | {
      kind: 'back';
      error?: string;
      description?: string;
      /** Whether `state` came back as it was sent (RFC 6749 section 4.1.2). */
      state: 'same' | 'lost' | 'changed';
      /** `iss` of the answer (RFC 9207 section 2). */
      issuer?: string;
      /** A code was issued although nobody is signed in. */
      code: boolean;
    }
  | { kind: 'elsewhere'; target: string }
  | { kind: 'login'; status: number; explanation?: Explanation }
  | { kind: 'refused'; status: number; explanation?: Explanation }
  | { kind: 'broken'; message: string; status?: number }
  | { kind: 'none'; message: string };

/**
 * True if two answers cannot be told apart from outside: a control with the same answer makes the other one
 * meaningless.
 */
export function alike(a: ProbeAnswer, b: ProbeAnswer): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind === 'login' || a.kind === 'refused'
    ? a.status === (b as typeof a).status
    : true;
}
