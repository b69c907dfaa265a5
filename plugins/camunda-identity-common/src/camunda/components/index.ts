import type { ComponentFacts } from '../types';
import { connectors } from './connectors';
import { console } from './console';
import { hub } from './hub';
import { identity } from './identity';
import { operate } from './operate';
import { orchestration } from './orchestration';
import { optimize } from './optimize';
import { tasklist } from './tasklist';
import { webModeler } from './webModeler';
import { zeebe } from './zeebe';

/**
 * Every component, in the order of the page's Helm values.
 *
 * @public
 */
export const COMPONENTS: readonly ComponentFacts[] = [
  identity,
  operate,
  tasklist,
  optimize,
  zeebe,
  orchestration,
  webModeler,
  hub,
  console,
  connectors,
];
