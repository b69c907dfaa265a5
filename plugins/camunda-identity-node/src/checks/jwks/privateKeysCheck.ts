import { checkOf } from '../checkOf';
import { KEYS, nameOf } from './keys';

const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** No private or symmetric parts (OpenID Connect Core 1.0 section 10.1). */
export const privateKeysCheck = checkOf(
  KEYS,
  'jwks.private-keys',
  ({ keys }) => {
    const names = keys.flatMap((key, index) =>
      key.kty === 'oct' || PRIVATE.some(member => Object.hasOwn(key, member))
        ? [nameOf(key, index)]
        : [],
    );
    return names.length === 0
      ? { result: 'pass', message: 'All keys are public keys' }
      : {
          result: 'fail',
          message: `These keys have private or symmetric parts: ${names.join(
            ', ',
          )}`,
        };
  },
);
