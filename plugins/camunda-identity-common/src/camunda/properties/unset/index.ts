import type { UnsetRule } from '../UnsetRule';
import { UNSET_CONNECTORS } from './connectors';
import { UNSET_CONSOLE } from './console';
import { UNSET_GATEWAY } from './gateway';
import { UNSET_HUB } from './hub';
import { UNSET_IDENTITY } from './identity';
import { UNSET_OPTIMIZE } from './optimize';
import { UNSET_ORCHESTRATION } from './orchestration';
import { UNSET_WEB_APPLICATIONS } from './webApplications';
import { UNSET_WEB_MODELER } from './webModeler';

/*
 * Properties of the applications whose absence, or whose default, breaks sign-in (Camunda docs, configuration
 * pages of each version). Names are those of the properties; any of their spellings will do.
 */

/** Everything of an application's own configuration whose absence breaks sign-in. */
export const UNSET_PROPERTIES: readonly UnsetRule[] = [
  ...UNSET_IDENTITY,
  ...UNSET_WEB_APPLICATIONS,
  ...UNSET_GATEWAY,
  ...UNSET_OPTIMIZE,
  ...UNSET_CONNECTORS,
  ...UNSET_ORCHESTRATION,
  ...UNSET_WEB_MODELER,
  ...UNSET_CONSOLE,
  ...UNSET_HUB,
];
