import {
  clientsOf,
  type ClientKey,
  type ComponentClientKey,
} from '../../camunda';
import type { ConfigFile, EnvStyle } from '../types';
import type { ConfigSource } from '../ConfigSource';
import { connectorsEnv } from './connectors';
import { consoleEnv } from './console';
import type { EnvSection, EnvWriter } from './entries';
import { hubEnv } from './hub';
import { identityEnv } from './identity';
import { operateEnv, tasklistEnv } from './operate';
import { optimizeEnv } from './optimize';
import { orchestrationEnv } from './orchestration';
import { renderEnv } from './render';
import { webModelerApiEnv, webModelerUiEnv } from './webModeler';
import { zeebeEnv } from './zeebe';

const WRITERS: Record<ComponentClientKey, EnvWriter> = {
  identity: identityEnv,
  operate: operateEnv,
  tasklist: tasklistEnv,
  optimize: optimizeEnv,
  zeebe: zeebeEnv,
  'webModeler.ui': webModelerUiEnv,
  'webModeler.api': webModelerApiEnv,
  console: consoleEnv,
  connectors: connectorsEnv,
  orchestration: orchestrationEnv,
  'hub.ui': hubEnv,
  'hub.api': hubEnv,
};

/** The variables of each container, for readers and tests that want more than text. */
export function envSections(
  values: ConfigSource,
  inKubernetes: boolean,
  component: ClientKey | 'all',
): EnvSection[] {
  return (
    clientsOf(values.version)
      .map(({ key }) => key as ComponentClientKey)
      .filter(key => values.has(key))
      .filter(key => component === 'all' || component === key)
      .map(key => WRITERS[key](values, inKubernetes))
      // Clients of one container have one section.
      .filter(
        ({ container }, index, all) =>
          all.findIndex(other => other.container === container) === index,
      )
  );
}

/** Environment variables, a file for each container and one with all of them. */
export function writeEnv(
  values: ConfigSource,
  style: EnvStyle,
  component: ClientKey | 'all',
): { files: ConfigFile[]; combined: ConfigFile } {
  const sections = envSections(values, style === 'kubernetes', component);
  const files = sections.map(section => {
    const { content, extension, mediaType } = renderEnv([section], style);
    return { path: `${section.container}.${extension}`, mediaType, content };
  });
  const all = renderEnv(sections, style);
  return {
    files,
    combined: {
      path: `camunda-oidc.${all.extension}`,
      mediaType: all.mediaType,
      content: all.content,
    },
  };
}
