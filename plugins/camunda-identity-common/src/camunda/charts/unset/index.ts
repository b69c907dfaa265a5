import type { UnsetRule } from '../../properties/UnsetRule';
import { UNSET_OTHERS, UNSET_UP_TO_8_7 } from './applications';
import { UNSET_CLUSTER } from './cluster';
import { UNSET_IDENTITY } from './identity';
import { UNSET_PROVIDER } from './provider';
import { UNSET_SWITCHES } from './switches';

export { isExternal, isOn } from './conditions';

/**
 * Keys of the charts whose absence, or whose default, breaks sign-in (values.yaml and templates of the charts).
 */
export const UNSET_CHART_KEYS: readonly UnsetRule[] = [
  ...UNSET_SWITCHES,
  ...UNSET_PROVIDER,
  ...UNSET_IDENTITY,
  ...UNSET_UP_TO_8_7,
  ...UNSET_CLUSTER,
  ...UNSET_OTHERS,
];
