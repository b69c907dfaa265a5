import { judgeAccessToken, judgePassedOn } from './accessToken';
import { judgeIdToken, judgeIdTokenAlgorithm } from './idToken';
import {
  judgeGroups,
  judgeInitialClaim,
  judgeProfile,
  judgeUserName,
} from './person';
import { judgeRefreshToken } from './session';
import type { LoginJudge } from './types';

/** In the order in which they are shown. */
export const LOGIN_JUDGES: readonly LoginJudge[] = [
  judgeIdToken,
  judgeIdTokenAlgorithm,
  judgeAccessToken,
  judgePassedOn,
  judgeUserName,
  judgeInitialClaim,
  judgeProfile,
  judgeGroups,
  judgeRefreshToken,
];
