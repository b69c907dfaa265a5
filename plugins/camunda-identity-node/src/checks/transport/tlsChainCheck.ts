import { checkOf } from '../checkOf';
import { ANSWERS, withCertificate, WITHOUT_TLS } from './answers';

/** The certificate's authority, and whether Java trusts it by default. */
export const tlsChainCheck = checkOf(
  ANSWERS,
  'transport.tls-chain',
  ({ asked }) => {
    const seen = withCertificate(asked);
    if (seen.length === 0) return WITHOUT_TLS;
    const own = seen.find(({ certificate }) => certificate.privateAuthority);
    if (!own)
      return {
        result: 'pass',
        message: `The certificate was issued by ${seen[0].certificate.issuer}, which is trusted here`,
      };
    const { origin, certificate } = own;
    return {
      result: 'info',
      message: `The certificate of ${origin} was issued by ${certificate.issuer}, an authority of your company’s that was added to this portal`,
      remedy:
        'Add the same authority to the truststore of every Camunda component; their Java processes do not know it by themselves.',
      evidence: { issuer: certificate.issuer },
    };
  },
);
