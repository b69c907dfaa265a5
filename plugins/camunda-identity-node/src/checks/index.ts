import { checkedCheck } from '../checked';
import { runningCheck } from '../running/runningCheck';
import { DISCOVERY_CHECKS } from './discovery';
import { JWKS_CHECKS } from './jwks';
import { postLogoutCheck } from './logout/postLogoutCheck';
import { recordCheck } from './record/recordCheck';
import { redirectUriCheck } from './redirect/redirectUriCheck';
import { tokenCheck } from './token/tokenCheck';
import { withheldCheck } from './token/withheldCheck';
import { TRANSPORT_CHECKS } from './transport';
import type { ProviderCheck } from './types';

/** Every check, in the order in which a report lists them. */
export const CHECKS: readonly ProviderCheck[] = [
  recordCheck,
  ...TRANSPORT_CHECKS,
  ...DISCOVERY_CHECKS,
  ...JWKS_CHECKS,
  tokenCheck,
  withheldCheck,
  redirectUriCheck,
  postLogoutCheck,
  runningCheck,
  checkedCheck,
];
