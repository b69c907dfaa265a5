import { createPublicKey, X509Certificate } from 'node:crypto';
import { checkOf } from '../checkOf';
import { KEYS, nameOf, type Key } from './keys';

const MAX_CERTIFICATE = 20_000;

interface CertificateProblem {
  result: 'fail' | 'warn' | 'info';
  text: string;
}

function problemOf(key: Key, now: Date): CertificateProblem | undefined {
  const first = Array.isArray(key.x5c) ? key.x5c[0] : undefined;
  if (typeof first !== 'string' || first.length > MAX_CERTIFICATE)
    return { result: 'warn', text: 'x5c is no list of certificates' };
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(Buffer.from(first, 'base64'));
  } catch {
    return { result: 'warn', text: 'the first of x5c is no certificate' };
  }
  try {
    const own = createPublicKey({ key: key as never, format: 'jwk' });
    if (!certificate.publicKey.equals(own))
      return { result: 'fail', text: 'the certificate is of another key' };
  } catch {
    return { result: 'warn', text: 'the key itself cannot be read' };
  }
  const validTo = new Date(certificate.validTo);
  // Components use the key, not the certificate: many providers keep self-signed certificates past their
  // expiry.
  return validTo < now
    ? {
        result: 'info',
        text: `the certificate expired on ${validTo
          .toISOString()
          .slice(0, 10)}`,
      }
    : undefined;
}

const RANK = ['info', 'warn', 'fail'] as const;

/** `x5c` holds the certificate of its key (RFC 7517 section 4.7). */
export const certificatesCheck = checkOf(
  KEYS,
  'jwks.certificates',
  ({ keys, context: { lint } }) => {
    const withCertificate = keys
      .map((key, index) => ({ key, name: nameOf(key, index) }))
      .filter(({ key }) => key.x5c !== undefined);
    if (withCertificate.length === 0)
      return { result: 'skipped', message: 'No key has a certificate' };
    const wrong = withCertificate.flatMap(({ key, name }) => {
      const problem = problemOf(key, lint.now);
      return problem ? [{ name, ...problem }] : [];
    });
    if (wrong.length === 0)
      return {
        result: 'pass',
        message: 'Certificates are valid and fit their keys',
      };
    return {
      result:
        RANK[Math.max(...wrong.map(({ result }) => RANK.indexOf(result)))],
      message: wrong.map(({ name, text }) => `Key ${name}: ${text}`).join('; '),
    };
  },
);
