import { ACCESS_NOTICES } from './access';
import { CLUSTER_NOTICES } from './cluster';
import { ENTRA_NOTICES } from './entra';
import { PAGE_NOTICES } from './page';
import type { Notice } from './types';

export type { Notice } from './types';
export { INITIAL_CLAIM_NOTICE } from './page';

/** @public */
export const NOTICES: readonly Notice[] = [
  ...PAGE_NOTICES,
  ...ENTRA_NOTICES,
  ...CLUSTER_NOTICES,
  ...ACCESS_NOTICES,
];
