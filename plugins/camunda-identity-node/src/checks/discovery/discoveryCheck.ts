import {
  finding,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import { TRANSPORT_FAILURES } from '../transport';
import type { ProviderCheck } from '../types';

const PROVIDER: FindingSubject = { kind: 'provider' };

const ENDPOINTS = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
] as const;

/** The same issuer to a reader, though not to a program: slash, case or default port differ. */
function nearlyEqual(a: string, b: string): boolean {
  const normal = (text: string) => {
    try {
      return new URL(text).href.replace(/\/+$/, '').toLowerCase();
    } catch {
      return text;
    }
  };
  return normal(a) === normal(b);
}

/** Who is asked too often has not failed. */
const resultOf = (code: string) =>
  code === 'transport.rate-limited' ? 'unknown' : 'fail';

/** Discovery document, issuer and endpoints (OpenID Connect Discovery 1.0 sections 3 and 4). */
export const discoveryCheck: ProviderCheck = {
  plan: () =>
    [
      'discovery.document',
      'discovery.issuer-mismatch',
      'discovery.endpoints',
      ...TRANSPORT_FAILURES,
    ].map(code => ({ code, subject: PROVIDER })),

  async run({ resolved, discovery }, report) {
    const startedAt = Date.now();
    const outcome = await discovery();
    const durationMs = Date.now() - startedAt;
    if (!outcome.ok) {
      const mismatch = outcome.actualIssuer;
      if (mismatch !== undefined)
        report(
          finding('discovery.document', 'pass', PROVIDER, {
            message: 'The discovery document answers',
            durationMs,
          }),
        );
      report(
        finding(outcome.code, resultOf(outcome.code), PROVIDER, {
          message: outcome.message,
          remedy:
            mismatch && nearlyEqual(mismatch, resolved.issuer)
              ? `Only slash, case or port differ: configure ${mismatch}`
              : outcome.remedy,
          durationMs,
        }),
      );
      return;
    }
    report(
      finding('discovery.document', 'pass', PROVIDER, {
        message: 'The discovery document answers',
        durationMs,
      }),
    );
    const exact = outcome.issuerAsWritten === resolved.issuer;
    report(
      finding(
        'discovery.issuer-mismatch',
        exact ? 'pass' : 'warn',
        PROVIDER,
        exact
          ? { message: `The document names the issuer ${resolved.issuer}` }
          : {
              message: `The document names the issuer ${outcome.issuerAsWritten}, configured is ${resolved.issuer}; only slash, case or port differ`,
              remedy: `Configure ${outcome.issuerAsWritten}`,
            },
      ),
    );
    const missing = ENDPOINTS.filter(
      name => typeof outcome.metadata[name] !== 'string',
    );
    report(
      finding(
        'discovery.endpoints',
        missing.length === 0 ? 'pass' : 'fail',
        PROVIDER,
        {
          message:
            missing.length === 0
              ? 'Authorization endpoint, token endpoint and key set are named'
              : `The document does not name ${missing.join(', ')}`,
        },
      ),
    );
  },
};
