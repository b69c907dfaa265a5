import type { CamundaVersion, ClientKey } from '../../camunda';
import type { ConfigFile } from '../types';
import type { ConfigValues } from '../values';
import { helmEntries8x7 } from './charts8x7';
import type { HelmEntry } from './entries';
import { renderHelm } from './render';

type HelmEntries = (
  values: ConfigValues,
  component: ClientKey | 'all',
) => HelmEntry[];

const CHARTS: Partial<Record<CamundaVersion, HelmEntries>> = {
  '8.7': helmEntries8x7,
};

/**
 * The keys of a values file, for readers and tests that want more than text.
 *
 * @throws Error for a version whose chart is not described
 */
export function helmEntries(
  values: ConfigValues,
  version: CamundaVersion,
  component: ClientKey | 'all',
): HelmEntry[] {
  const entries = CHARTS[version];
  if (!entries) throw new Error(`The chart of ${version} is not described`);
  return entries(values, component);
}

/** A values file. */
export function writeHelm(
  values: ConfigValues,
  version: CamundaVersion,
  component: ClientKey | 'all',
): ConfigFile {
  return {
    path: 'values.yaml',
    mediaType: 'application/yaml',
    content: renderHelm(helmEntries(values, version, component)),
  };
}
