import type { ProviderCheck } from '../types';
import { certificatesCheck } from './certificatesCheck';
import { jwksCheck } from './jwksCheck';
import { keyIdsCheck } from './keyIdsCheck';
import { keySizeCheck } from './keySizeCheck';
import { keyUseCheck } from './keyUseCheck';
import { privateKeysCheck } from './privateKeysCheck';

/** Checks of the key set, one file each. */
export const JWKS_CHECKS: readonly ProviderCheck[] = [
  jwksCheck,
  privateKeysCheck,
  keySizeCheck,
  keyIdsCheck,
  keyUseCheck,
  certificatesCheck,
];
