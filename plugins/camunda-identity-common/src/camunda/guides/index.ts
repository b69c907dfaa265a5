import type { ProviderType } from '../types';
import { GENERIC_GUIDE } from './generic';
import { MICROSOFT_GUIDE } from './microsoft';
import type { Guide } from './types';

export * from './types';
export * from './prerequisites';
export { GENERIC_GUIDE } from './generic';
export { MICROSOFT_GUIDE } from './microsoft';

/** @public */
export const GUIDES: Readonly<Record<ProviderType, Guide>> = {
  GENERIC: GENERIC_GUIDE,
  MICROSOFT: MICROSOFT_GUIDE,
};
