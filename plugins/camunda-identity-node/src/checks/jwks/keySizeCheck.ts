import { checkOf } from '../checkOf';
import { KEYS, nameOf, type Key } from './keys';

const MIN_BITS = 2048;

/** Size of an RSA modulus in bits; undefined for other keys. */
function bitsOf({ kty, n }: Key): number | undefined {
  if (kty !== 'RSA' || typeof n !== 'string') return undefined;
  const bytes = Buffer.from(n, 'base64url');
  const first = bytes.findIndex(byte => byte !== 0);
  if (first < 0) return 0;
  return (bytes.length - first) * 8 - (Math.clz32(bytes[first]) - 24);
}

/** RSA keys of at least 2048 bits (RFC 7518 section 3.3). */
export const keySizeCheck = checkOf(KEYS, 'jwks.key-size', ({ keys }) => {
  const sized = keys.flatMap((key, index) => {
    const bits = bitsOf(key);
    return bits === undefined ? [] : [{ name: nameOf(key, index), bits }];
  });
  const small = sized.filter(({ bits }) => bits < MIN_BITS);
  if (small.length > 0)
    return {
      // One good key is not enough, since the provider chooses which key signs.
      result: 'fail',
      message: small
        .map(({ name, bits }) => `The key ${name} has ${bits} bits`)
        .join('; '),
    };
  return sized.length > 0
    ? { result: 'pass', message: 'RSA keys have at least 2048 bits' }
    : { result: 'skipped', message: 'There are no RSA keys' };
});
