import type { GuardedRequestCode } from '../../http';
import type { ProviderCheck } from '../types';
import { clockCheck } from './clockCheck';
import { contentTypeCheck } from './contentTypeCheck';
import { httpsCheck } from './httpsCheck';
import { redirectCheck } from './redirectCheck';
import { sizeCheck } from './sizeCheck';
import { tlsChainCheck } from './tlsChainCheck';
import { tlsExpiryCheck } from './tlsExpiryCheck';
import { tlsNameCheck } from './tlsNameCheck';

/** Checks of what the guarded client saw on the way. */
export const TRANSPORT_CHECKS: readonly ProviderCheck[] = [
  httpsCheck,
  tlsChainCheck,
  tlsNameCheck,
  tlsExpiryCheck,
  redirectCheck,
  contentTypeCheck,
  sizeCheck,
  clockCheck,
];

/**
 * Codes that a failed request reports and no check above plans. Whoever makes a run's first request, for
 * the discovery document, plans them.
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
