import { checkOf } from '../checkOf';
import { ANSWERS } from './answers';

/** https and nothing else (OpenID Connect Discovery 1.0 section 7.1). */
export const httpsCheck = checkOf(
  ANSWERS,
  'transport.https',
  ({ asked, context: { lint } }) => {
    const plain = asked.filter(({ origin }) => origin.startsWith('http:'));
    if (plain.length === 0)
      return { result: 'pass', message: 'The provider is asked over https' };
    return {
      // An administrator who allows plain http knows that it is not safe.
      result: lint.insecureAllowed ? 'info' : 'warn',
      message: `${plain
        .map(({ origin }) => origin)
        .join(' and ')} is asked over plain http`,
    };
  },
);
