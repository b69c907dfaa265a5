import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { Keys } from './faults/FaultyProvider';

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A self-signed certificate of a key, as `x5c` has it; `days` until it expires, negative for one that already
 * has.
 */
export async function x5cOf(keys: Keys, days: number): Promise<string> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const publicKey = await webcrypto.subtle.importKey(
    'jwk',
    keys.publicJwk as webcrypto.JsonWebKey,
    ALGORITHM,
    true,
    ['verify'],
  );
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=signing',
    notBefore: new Date(Date.now() - 400 * DAY_MS),
    notAfter: new Date(Date.now() + days * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys: { privateKey: keys.privateKey, publicKey } as CryptoKeyPair,
  });
  return Buffer.from(certificate.rawData).toString('base64');
}
