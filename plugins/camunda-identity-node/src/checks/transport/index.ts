import type { GuardedRequestCode } from '../../http';
import type { ProviderCheck } from '../types';
import { checkOf } from '../checkOf';
import { ANSWERS } from './answers';
import { clockCheck } from './clockCheck';
import { httpsCheck } from './httpsCheck';
import { redirectCheck } from './redirectCheck';
import { tlsChainCheck } from './tlsChainCheck';
import { tlsExpiryCheck } from './tlsExpiryCheck';
import { tlsNameCheck } from './tlsNameCheck';

/** Shown by any answer: otherwise the request fails and reports the code itself. */
const WITH_THE_ANSWER = (
  [
    ['transport.content-type', 'The provider answers with application/json'],
    ['transport.too-large', 'The answers are of the usual size'],
  ] as const
).map(([code, message]) =>
  checkOf(ANSWERS, code, () => ({ result: 'pass', message })),
);

/** Checks of what the guarded client observed. */
export const TRANSPORT_CHECKS: readonly ProviderCheck[] = [
  httpsCheck,
  tlsChainCheck,
  tlsNameCheck,
  tlsExpiryCheck,
  redirectCheck,
  ...WITH_THE_ANSWER,
  clockCheck,
];

/**
 * Codes that a failed request reports and that no check above plans. The check that makes the first request of
 * a run, for the discovery document, plans them.
 */
export const TRANSPORT_FAILURES: readonly GuardedRequestCode[] = [
  'transport.refused-by-policy',
  'transport.dns',
  'transport.unreachable',
  'transport.timeout',
  'transport.tls-handshake',
  'transport.broken-answer',
  'transport.rate-limited',
  'transport.not-asked',
];
