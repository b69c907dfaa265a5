import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import type { Fault } from '../Fault';
import type { Faults } from '../FaultyProvider';

function rsa(bits: number, part: 'publicKey' | 'privateKey'): JWK {
  const pair = generateKeyPairSync('rsa', { modulusLength: bits });
  return pair[part].export({ format: 'jwk' }) as JWK;
}

const keyFault = (
  name: string,
  keys: NonNullable<Faults['keys']>,
  expected: string[],
  rest: Partial<Fault> = {},
): Fault => ({ name, faults: { keys }, expected, ...rest });

const privateKey = rsa(2048, 'privateKey');
const secret = randomBytes(32).toString('base64url');

/** Keys that should not be published, and keys that should work and do not. */
export const KEY_FAULTS: Fault[] = [
  keyFault(
    'publishes its private key',
    keys => ({ keys: [...keys, { ...privateKey, kid: 'p', use: 'sig' }] }),
    ['jwks.document pass', 'jwks.private-keys fail'],
    // A report must not repeat it.
    { never: new RegExp(privateKey.d!.slice(0, 40)) },
  ),
  keyFault(
    'publishes a symmetric key',
    keys => ({ keys: [...keys, { kty: 'oct', k: secret, kid: 's' }] }),
    ['jwks.document pass', 'jwks.private-keys fail'],
    { never: new RegExp(secret) },
  ),
  keyFault(
    'has symmetric keys only',
    () => ({ keys: [{ kty: 'oct', k: secret, alg: 'HS256', use: 'sig' }] }),
    ['jwks.usable-key fail', 'jwks.private-keys fail'],
    { never: new RegExp(secret) },
  ),
  keyFault(
    'has a key of 1024 bits',
    () => ({
      keys: [{ ...rsa(1024, 'publicKey'), kid: 'w', use: 'sig', alg: 'RS256' }],
    }),
    ['jwks.document pass', 'jwks.key-size fail'],
  ),
  keyFault(
    'gives two keys the same kid',
    keys => ({
      keys: [...keys, { ...rsa(2048, 'publicKey'), kid: 'main', use: 'sig' }],
    }),
    ['jwks.document pass', 'jwks.key-ids fail'],
  ),
  keyFault(
    'gives its keys no kid',
    keys => ({
      keys: [...keys, rsa(2048, 'publicKey')].map(key => ({
        ...key,
        kid: undefined,
      })),
    }),
    ['jwks.document pass', 'jwks.key-ids warn'],
  ),
  keyFault(
    'has a malformed certificate with its key',
    keys => ({ keys: keys.map(key => ({ ...key, x5c: ['AAAA', 7] })) }),
    ['jwks.document pass', 'jwks.certificates warn'],
  ),
];
