import { needsSecondaryStorage } from '../../camunda/traits';
import { hasOrchestrationCluster, type ClientKey } from '../../camunda';
import type { ConfigFile } from '../types';
import type { ConfigSource } from '../ConfigSource';
import { helmEntries8x7 } from './charts8x7';
import { helmEntries8x8 } from './charts8x8';
import type { HelmEntry } from './entries';
import { renderHelm } from './render';

/** The keys of a values file, for readers and tests that want more than text. */
export function helmEntries(
  values: ConfigSource,
  component: ClientKey | 'all',
): HelmEntry[] {
  return hasOrchestrationCluster(values.version)
    ? helmEntries8x8(values, component)
    : helmEntries8x7(values, component);
}

/** What a chart refuses to render without, though it has nothing to do with sign-in. */
function needed(values: ConfigSource): string[] {
  return [
    ...(needsSecondaryStorage(values.version) && values.has('orchestration')
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
