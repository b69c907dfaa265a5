import { compactVerify, createLocalJWKSet, errors } from 'jose';
import { accessTokenAlgorithms } from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../../verdict';
import type { JwksOutcome } from '../../jwks/fetchJwks';
import type { TokenFacts, TokenJudge } from './types';

/** A JWT as received, and the run that has the keys. */
type SignedToken = Pick<TokenFacts, 'token' | 'header' | 'context'>;

type KeySet = ReturnType<typeof createLocalJWKSet>;

/** Keys are imported once for all tokens of a run. */
const KEY_SETS = new WeakMap<JwksOutcome, KeySet | undefined>();

function keySetOf(outcome: JwksOutcome): KeySet | undefined {
  if (!outcome.ok) return undefined;
  if (!KEY_SETS.has(outcome)) {
    try {
      const keys = outcome.keys.filter(({ kty }) => typeof kty === 'string');
      KEY_SETS.set(outcome, createLocalJWKSet({ keys: keys as never }));
    } catch {
      KEY_SETS.set(outcome, undefined);
    }
  }
  return KEY_SETS.get(outcome);
}

/** Several keys with one kid: one that verifies is enough. */
async function verifyWithAny(
  { token }: SignedToken,
  candidates: AsyncIterable<CryptoKey>,
): Promise<Verdict> {
  for await (const key of candidates)
    try {
      await compactVerify(token, key);
      return {
        result: 'pass',
        message: 'One of several keys with this kid verifies the signature',
      };
    } catch {
      // Try the next one.
    }
  return {
    result: 'fail',
    message: 'None of the keys with this kid verifies the signature',
  };
}

/**
 * Verifies the signature of a JWT with the provider's key set.
 *
 * @param algorithms - that components accept
 */
export async function verifySignature(
  facts: SignedToken,
  algorithms: readonly string[],
): Promise<Verdict> {
  return verify(facts, algorithms, await facts.context.jwks(), false);
}

async function verify(
  facts: SignedToken,
  algorithms: readonly string[],
  outcome: JwksOutcome,
  fresh: boolean,
): Promise<Verdict> {
  const { token, header, context } = facts;
  const keys = keySetOf(outcome);
  if (!keys)
    return {
      result: 'unknown',
      message: 'There is no key set to verify the signature with',
    };
  const named =
    typeof header.kid === 'string' ? ` "${header.kid.slice(0, 80)}"` : '';
  try {
    await compactVerify(token, keys, {
      // Never `none`, never symmetric (RFC 8725 section 3.1).
      algorithms: [...algorithms],
    });
    return {
      result: 'pass',
      message: `The key${named} of the key set verifies the signature`,
    };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey && !fresh)
      // Keys may have been rotated since the set was fetched.
      return verify(facts, algorithms, await context.freshJwks(), true);
    if (error instanceof errors.JWKSNoMatchingKey)
      return {
        result: 'fail',
        message: `The token is signed with a key${named} that the key set does not have`,
      };
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return {
        result: 'fail',
        message: `The key${named} of the key set does not verify the signature`,
      };
    if (error instanceof errors.JWKSMultipleMatchingKeys)
      // Libraries choose by kid, use and alg, and try each match.
      return verifyWithAny(facts, error);
    if (error instanceof errors.JOSEAlgNotAllowed)
      return {
        result: 'fail',
        message: `The token is signed with ${String(header.alg).slice(
          0,
          20,
        )}, which components cannot verify with a key set`,
      };
    return {
      result: 'unknown',
      message: 'The signature could not be verified with the key set',
    };
  }
}

/** A key of the key set verifies the signature (RFC 8725 section 3). */
export const judgeSignature: TokenJudge = async facts =>
  verifySignature(
    facts,
    accessTokenAlgorithms(facts.context.input.camundaVersion),
  );
