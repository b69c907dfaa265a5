import type { CamundaVersion, ClientKey } from '../../camunda';
import type { ConfigFile } from '../types';
import type { ConfigSource } from '../ConfigSource';
import { helmEntries8x7 } from './charts8x7';
import { helmEntries8x8 } from './charts8x8';
import type { HelmEntry } from './entries';
import { renderHelm } from './render';

type HelmEntries = (
  values: ConfigSource,
  component: ClientKey | 'all',
) => HelmEntry[];

const CHARTS: Record<CamundaVersion, HelmEntries> = {
  '8.5': helmEntries8x7,
  '8.6': helmEntries8x7,
  '8.7': helmEntries8x7,
  '8.8': helmEntries8x8,
  '8.9': helmEntries8x8,
  '8.10': helmEntries8x8,
};

/** The keys of a values file, for readers and tests that want more than text. */
export function helmEntries(
  values: ConfigSource,
  component: ClientKey | 'all',
): HelmEntry[] {
  return CHARTS[values.version](values, component);
}

/** A values file. */
export function writeHelm(
  values: ConfigSource,
  component: ClientKey | 'all',
): ConfigFile {
  return {
    path: 'values.yaml',
    mediaType: 'application/yaml',
    content: renderHelm(helmEntries(values, component)),
  };
}
