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

/** What a chart refuses to render without, though it has nothing to do with sign-in. */
function needed(values: ConfigSource): string[] {
  const since8x9 = ['8.9', '8.10'].includes(values.version);
  return [
    ...(since8x9 && values.has('orchestration')
      ? [
          'The chart also wants orchestration.data.secondaryStorage.type, or it does not render.',
        ]
      : []),
    ...(values.has('hub.ui')
      ? [
          'Camunda Hub also wants a sender of mails: camunda.hub.mail.from-address in camundaHub.restapi.extraConfiguration.',
        ]
      : []),
    ...(values.has('webModeler.ui')
      ? ['Web Modeler also wants webModeler.restapi.mail.fromAddress.']
      : []),
  ];
}

/** A values file. */
export function writeHelm(
  values: ConfigSource,
  component: ClientKey | 'all',
): ConfigFile {
  return {
    path: 'values.yaml',
    mediaType: 'application/yaml',
    content: renderHelm(helmEntries(values, component), needed(values)),
  };
}
