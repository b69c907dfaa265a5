import { checkedCheck } from './checked';
import { runningCheck } from './running/runningCheck';
import { DISCOVERY_CHECKS } from './checks/discovery';
import { JWKS_CHECKS } from './checks/jwks';
import { postLogoutCheck } from './checks/logout/postLogoutCheck';
import { recordCheck } from './checks/record/recordCheck';
import { redirectUriCheck } from './checks/redirect/redirectUriCheck';
import { tokenCheck } from './checks/token/tokenCheck';
import { withheldCheck } from './checks/token/withheldCheck';
import { TRANSPORT_CHECKS } from './checks/transport';
import type { ProviderCheck } from './checks/types';

/** Every check, in the order of a report. */
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
