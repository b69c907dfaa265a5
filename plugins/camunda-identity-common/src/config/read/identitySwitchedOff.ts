import { hasOrchestrationCluster } from '../../camunda';
import { isExternal, isOn } from '../../camunda/charts/unset';
import type { Finding } from '../../checks';
import { containerOfSection } from './components';
import type { Said } from './Said';
import { chartSetting, disagreement } from './stated';

/** Components that ask Management Identity for the roles of whoever signs in. */
function askIdentity(said: Said): string[] {
  const sections = hasOrchestrationCluster(said.version)
    ? ['optimize', 'webModeler', 'camundaHub']
    : ['zeebe', 'operate', 'tasklist', 'optimize', 'webModeler'];
  return sections.filter(section => isOn(said, section));
}

/** Management Identity is switched off, and what is left of the release needs it. */
export function identitySwitchedOff(said: Said): Finding[] {
  const [off] = chartSetting(said, ['identity.enabled']);
  if (off?.value !== 'false' || !isExternal(said)) return [];
  const asking = askIdentity(said);
  const isElsewhere =
    said.chart('global.identity.service.url') !== undefined ||
    asking.some(
      section =>
        said.property(
          containerOfSection(section, said.version) ?? section,
          'camunda.identity.base-url',
        ) !== undefined,
    );
  if (asking.length === 0 || isElsewhere) return [];
  return [
    disagreement(
      off.name,
      off.line,
      `Management Identity is switched off, and ${asking.join(
        ', ',
      )} ask it for the roles of whoever signs in, at an external provider, too: /noPermission or an error 500 after sign-in`,
      'Write true; only identityKeycloak stays off.',
    ),
  ];
}
