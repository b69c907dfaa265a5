import { importJWK } from 'jose';
import {
  finding,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { ProviderCheck } from '../types';
import type { JwksOutcome } from './fetchJwks';

const PROVIDER: FindingSubject = { kind: 'provider' };

/** Algorithms that Camunda's components verify by default, by key type. */
const ALGORITHMS: Record<string, string> = { RSA: 'RS256', EC: 'ES256' };

async function isUsable(key: Record<string, unknown>): Promise<boolean> {
  const algorithm =
    typeof key.kty === 'string' ? ALGORITHMS[key.kty] : undefined;
  if (!algorithm) return false;
  if (key.use !== undefined && key.use !== 'sig') return false;
  if (key.alg !== undefined && key.alg !== algorithm) return false;
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

  async run({ jwks }, report) {
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
    const usable = await Promise.all(outcome.keys.map(isUsable));
    const count = usable.filter(Boolean).length;
    report(
      finding('jwks.usable-key', count > 0 ? 'pass' : 'fail', PROVIDER, {
        message:
          count > 0
            ? `${count} of them can verify RS256 or ES256 signatures`
            : 'None of the keys can verify RS256 or ES256 signatures',
      }),
    );
  },
};
