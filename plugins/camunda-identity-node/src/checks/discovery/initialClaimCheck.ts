import { checkOf } from '../checkOf';
import { absent, DOCUMENT, textsOf } from '../document';
import type { Verdict } from '../verdict';

/** The initial claim among the claims that the provider says it has (Discovery 1.0 section 3). */
export const initialClaimCheck = checkOf(
  DOCUMENT,
  'discovery.initial-claim',
  (facts): Verdict => {
    const name = facts.context.input.initialClaim?.name;
    if (!name)
      return { result: 'skipped', message: 'No initial claim is recorded' };
    const claims = textsOf(facts.document, 'claims_supported');
    if (!claims || claims.length === 0)
      return absent(
        'claims_supported',
        facts,
        'Only a sign-in shows which claims there are.',
      );
    if (claims.includes(name))
      return { result: 'pass', message: `The provider has the claim ${name}` };
    // Lists are often incomplete; Entra's does not even have oid.
    return {
      result: 'info',
      message: `The initial claim ${name} is not among the claims listed. Lists are often incomplete; it has to be in access tokens, which a sign-in shows`,
      evidence: { claim: name },
    };
  },
);
