import { lazy, type ComponentType } from 'react';
import type { ConnectionPart } from '../paths';
import type { PartProps } from './types';

export type { PartProps } from './types';

function part(
  load: () => Promise<ComponentType<PartProps>>,
): ComponentType<PartProps> {
  return lazy(async () => ({ default: await load() }));
}

/** The parts of a connection's page, each loaded when it is opened. */
export const PARTS: Record<ConnectionPart, ComponentType<PartProps>> = {
  overview: part(() => import('./Overview').then(m => m.Overview)),
  applications: part(() =>
    import('./Applications/Applications').then(m => m.Applications),
  ),
  configuration: part(() =>
    import('./Configuration').then(m => m.Configuration),
  ),
  checks: part(() => import('./Checks').then(m => m.Checks)),
  setup: part(() => import('./Setup').then(m => m.Setup)),
  login: part(() => import('./LoginTest').then(m => m.LoginTest)),
  compare: part(() => import('./Compare').then(m => m.Compare)),
  secrets: part(() => import('./Secrets').then(m => m.Secrets)),
  limits: part(() => import('./Limits').then(m => m.Limits)),
  edit: part(() => import('./Edit').then(m => m.Edit)),
};
