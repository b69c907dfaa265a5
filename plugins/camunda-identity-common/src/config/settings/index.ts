import {
  clientsOf,
  isMachineClient,
  type ClientKey,
  type ComponentClientKey,
} from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import { connectorsSettings } from './connectors';
import { consoleSettings } from './console';
import { hubSettings } from './hub';
import { identitySettings } from './identity';
import { machineClientSettings } from './machineClients';
import { operateSettings, tasklistSettings } from './operate';
import { optimizeSettings } from './optimize';
import { orchestrationSettings } from './orchestration';
import type { ContainerSettings, SettingsWriter } from './types';
import { webModelerApiSettings, webModelerUiSettings } from './webModeler';
import { zeebeSettings } from './zeebe';

export type { ContainerSettings, Setting } from './types';

const WRITERS: Record<ComponentClientKey, SettingsWriter> = {
  identity: identitySettings,
  operate: operateSettings,
  tasklist: tasklistSettings,
  optimize: optimizeSettings,
  zeebe: zeebeSettings,
  'webModeler.ui': webModelerUiSettings,
  'webModeler.api': webModelerApiSettings,
  console: consoleSettings,
  connectors: connectorsSettings,
  orchestration: orchestrationSettings,
  'hub.ui': hubSettings,
  'hub.api': hubSettings,
};

/**
 * The settings of every container of a source, each container once.
 *
 * @param inKubernetes - the form names Kubernetes Secrets
 * @param component - one client, or all
 */
export function containerSettings(
  values: ConfigSource,
  inKubernetes: boolean,
  component: ClientKey | 'all',
): ContainerSettings[] {
  const clients = [
    ...clientsOf(values.version).map(({ key }) => key),
    ...values.machineClients(),
  ].filter(
    key => values.has(key) && (component === 'all' || component === key),
  );
  const seen = new Set<string>();
  return clients
    .map(key =>
      isMachineClient(key)
        ? machineClientSettings(values, key, inKubernetes)
        : WRITERS[key](values, inKubernetes),
    )
    .filter(({ container }) => !seen.has(container) && seen.add(container));
}
