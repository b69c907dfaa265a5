import { checkOf } from '../checkOf';
import { ANSWERS } from './answers';

/** What libraries tolerate between two clocks (`nbf`, `exp`; RFC 7519 section 4.1.4). */
const TOLERANCE_MS = 60_000;

/** The provider's clock by its Date header, against this portal's. */
export const clockCheck = checkOf(ANSWERS, 'transport.clock', ({ asked }) => {
  const [worst] = asked
    .flatMap(({ origin, clockSkewMs }) =>
      clockSkewMs === undefined ? [] : [{ origin, clockSkewMs }],
    )
    .sort((a, b) => Math.abs(b.clockSkewMs) - Math.abs(a.clockSkewMs));
  if (!worst)
    return {
      result: 'unknown',
      message: 'The provider sends no Date header to compare clocks by',
      remedy: undefined,
    };
  const seconds = Math.round(Math.abs(worst.clockSkewMs) / 1000);
  if (Math.abs(worst.clockSkewMs) <= TOLERANCE_MS)
    return {
      result: 'pass',
      message: `The provider’s clock agrees with this portal’s (${seconds} s apart)`,
    };
  return {
    result: 'warn',
    message: `The clock of ${worst.origin} is ${seconds} s ${
      worst.clockSkewMs > 0 ? 'ahead of' : 'behind'
    } this portal’s`,
    evidence: { skewSeconds: Math.round(worst.clockSkewMs / 1000) },
  };
});
