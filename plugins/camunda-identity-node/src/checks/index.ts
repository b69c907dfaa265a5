import { discoveryCheck } from './discovery/discoveryCheck';
import { jwksCheck } from './jwks/jwksCheck';
import { recordCheck } from './record/recordCheck';
import { tokenCheck } from './token/tokenCheck';
import { withheldCheck } from './token/withheldCheck';
import { TRANSPORT_CHECKS } from './transport';
import type { ProviderCheck } from './types';

/** Every check, in the order in which a report lists them. */
export const CHECKS: readonly ProviderCheck[] = [
  recordCheck,
  ...TRANSPORT_CHECKS,
  discoveryCheck,
  jwksCheck,
  tokenCheck,
  withheldCheck,
];
