import { checkOf } from '../checkOf';
import { ANSWERS, withCertificate, WITHOUT_TLS } from './answers';

const DAY_MS = 24 * 60 * 60 * 1000;
const WARN_DAYS = 30;

/** Days until the first of the certificates expires. */
export const tlsExpiryCheck = checkOf(
  ANSWERS,
  'transport.tls-expiry',
  ({ asked, context: { lint } }) => {
    const [first] = withCertificate(asked).sort((a, b) =>
      a.certificate.validTo.localeCompare(b.certificate.validTo),
    );
    if (!first) return WITHOUT_TLS;
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
