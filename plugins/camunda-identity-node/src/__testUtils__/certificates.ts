import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 60 * 60 * 1000;

/** Certificate and private key as a TLS server takes them. */
export interface ServerCertificate {
  /** PEM. */
  cert: string;
  /** PEM, PKCS #8. */
  key: string;
}

export interface TestAuthority {
  /** PEM. */
  certificate: string;
  /**
   * Issues a certificate. `name` of the host; `days` until it expires, negative for one that already has;
   * `from` in how many days it becomes valid, long ago by default.
   */
  issue(options: {
    name: string;
    days: number;
    from?: number;
  }): Promise<ServerCertificate>;
}

let serial = 0;
const nextSerial = () => {
  serial += 1;
  return serial.toString(16).padStart(4, '0');
};

async function keyPem(keys: CryptoKeyPair): Promise<string> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return x509.PemConverter.encode(bytes, 'PRIVATE KEY');
}

/** A certificate authority for one test. */
export async function createAuthority(name: string): Promise<TestAuthority> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const make = async () =>
    (await webcrypto.subtle.generateKey(ALGORITHM, true, [
      'sign',
      'verify',
    ])) as CryptoKeyPair;
  const keys = await make();
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: nextSerial(),
    name: `CN=${name}`,
    notBefore: new Date(Date.now() - 400 * DAY_MS),
    notAfter: new Date(Date.now() + 400 * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });
  return {
    certificate: authority.toString('pem'),
    issue: async ({ name: host, days, from = -300 }) => {
      const own = await make();
      const certificate = await x509.X509CertificateGenerator.create({
        serialNumber: nextSerial(),
        subject: `CN=${host}`,
        issuer: authority.subject,
        notBefore: new Date(Date.now() + from * DAY_MS),
        notAfter: new Date(Date.now() + days * DAY_MS),
        signingAlgorithm: ALGORITHM,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new x509.SubjectAlternativeNameExtension([
            { type: 'dns', value: host },
          ]),
        ],
      });
      return { cert: certificate.toString('pem'), key: await keyPem(own) };
    },
  };
}
