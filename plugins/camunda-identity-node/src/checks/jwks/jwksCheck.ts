import { importJWK } from 'jose';
import {
  accessTokenAlgorithms,
  finding,
} from 'backstage-plugin-camunda-identity-common';
import type { ProviderCheck } from '../types';
import { PROVIDER } from '../verdict';
import type { JwksOutcome } from './fetchJwks';

/** Algorithms of a key that does not name its own, by key type and curve. */
function algorithmOf({ kty, crv, alg }: Record<string, unknown>) {
  if (typeof alg === 'string') return alg;
  if (kty === 'RSA') return 'RS256';
  if (kty !== 'EC') return undefined;
  return { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' }[String(crv)];
}

async function isUsable(
  key: Record<string, unknown>,
  algorithms: readonly string[],
): Promise<boolean> {
  const algorithm = algorithmOf(key);
  if (!algorithm || !algorithms.includes(algorithm)) return false;
  if (key.use !== undefined && key.use !== 'sig') return false;
  try {
    await importJWK({ ...key, alg: algorithm } as never);
    return true;
  } catch {
    return false;
  }
}

function resultOf({ skipped, untold }: JwksOutcome & { ok: false }) {
  if (skipped) return 'skipped';
  return untold ? 'unknown' : 'fail';
}

/** Key set reachable, with a key that can verify a signature (RFC 7517 section 5). */
export const jwksCheck: ProviderCheck = {
  plan: () =>
    ['jwks.document', 'jwks.usable-key'].map(code => ({
      code,
      subject: PROVIDER,
    })),

  async run({ jwks, input }, report) {
    const startedAt = performance.now();
    const outcome = await jwks();
    const durationMs = Math.round(performance.now() - startedAt);
    if (!outcome.ok) {
      report(
        finding(outcome.code, resultOf(outcome), PROVIDER, {
          message: outcome.message,
          durationMs,
        }),
      );
      report(
        finding('jwks.usable-key', 'skipped', PROVIDER, {
          message: 'There is no key set to look at',
        }),
      );
      return;
    }
    report(
      finding('jwks.document', 'pass', PROVIDER, {
        message: `The key set answers with ${outcome.keys.length} ${
          outcome.keys.length === 1 ? 'key' : 'keys'
        }`,
        durationMs,
      }),
    );
    const algorithms = accessTokenAlgorithms(input.camundaVersion);
    const usable = await Promise.all(
      outcome.keys.map(key => isUsable(key, algorithms)),
    );
    const count = usable.filter(Boolean).length;
    report(
      finding('jwks.usable-key', count > 0 ? 'pass' : 'fail', PROVIDER, {
        message:
          count > 0
            ? `${count} of them can verify signatures that components take`
            : `None of the keys can verify a signature that components take (${algorithms.join(
                ', ',
              )})`,
      }),
    );
  },
};
