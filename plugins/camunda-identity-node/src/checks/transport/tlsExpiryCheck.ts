import { seenCheck, withCertificate } from './seenCheck';

const DAY_MS = 24 * 60 * 60 * 1000;
const WARN_DAYS = 30;

/** Days until the first of the certificates expires. */
export const tlsExpiryCheck = seenCheck(
  'transport.tls-expiry',
  (asked, { lint }) => {
    const [first] = withCertificate(asked).sort((a, b) =>
      a.certificate.validTo.localeCompare(b.certificate.validTo),
    );
    if (!first) return undefined;
    const { validTo, subject } = first.certificate;
    const days = Math.floor(
      (Date.parse(validTo) - lint.now.getTime()) / DAY_MS,
    );
    const date = validTo.slice(0, 10);
    return {
      result: days < WARN_DAYS ? 'warn' : 'pass',
      message: `The certificate of ${first.origin} expires on ${date}, in ${days} days`,
      evidence: { subject, validTo, days },
    };
  },
);
