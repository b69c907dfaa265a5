import { checkOf } from '../checkOf';
import { ANSWERS, withCertificate, WITHOUT_TLS } from './answers';

/** The name in the certificate (RFC 9525 section 6); a wrong one fails the connection. */
export const tlsNameCheck = checkOf(
  ANSWERS,
  'transport.tls-name',
  ({ asked }) => {
    const seen = withCertificate(asked);
    if (seen.length === 0) return WITHOUT_TLS;
    const [{ origin, certificate }] = seen;
    return {
      result: 'pass',
      message: `The certificate (${certificate.subject}) is for ${
        new URL(origin).hostname
      }`,
    };
  },
);
