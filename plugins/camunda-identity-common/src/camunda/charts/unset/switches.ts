import type { UnsetRule } from '../../properties/UnsetRule';
import { A, external, hasBlock, cluster } from './conditions';

/** Switches of the chart that are off, or wrong, by default. */
export const UNSET_SWITCHES: readonly UnsetRule[] = [
  {
    versions: '8.5-',
    container: 'identity',
    key: `${A}.type`,
    when: hasBlock,
    symptom:
      'Identity looks for a Keycloak and does not start, or asks under /protocol/openid-connect and gets 404; the chart refuses Identity’s secret',
    cause: 'KEYCLOAK stands, although the file describes an external provider',
    line: `${A}.type: GENERIC (MICROSOFT for Entra)`,
    result: 'fail',
  },
  {
    versions: '8.8-',
    container: 'identity',
    key: `${A}.enabled`,
    when: hasBlock,
    symptom:
      'nothing under global.identity.auth has an effect: no component gets the provider',
    cause: 'false from 8.8 on',
    line: `${A}.enabled: true`,
    result: 'fail',
  },
  {
    versions: '8.8-',
    container: 'orchestration',
    key: 'global.security.authentication.method',
    or: [
      'orchestration.security.authentication.method',
      'orchestration camunda.security.authentication.method',
    ],
    when: settings => cluster()(settings),
    symptom:
      'the cluster shows a form for user name and password; every OIDC setting of it has no effect',
    cause: 'basic unless it is set',
    line: 'global.security.authentication.method: oidc',
    result: 'fail',
  },
  {
    versions: '8.8-',
    container: 'connectors',
    key: 'connectors.security.authentication.method',
    or: ['global.security.authentication.method'],
    when: settings =>
      settings.chart('orchestration.security.authentication.method') ===
        'oidc' && settings.chart('connectors.enabled') !== 'false',
    symptom: 'the cluster answers Connectors with 401',
    cause:
      'only the cluster’s method is oidc; Connectors take the global one, which is basic',
    line: 'global.security.authentication.method: oidc',
  },
  {
    versions: '8.8-',
    container: 'identity',
    key: 'identity.enabled',
    or: ['global.identity.service.url'],
    when: settings =>
      hasBlock(settings) && settings.chart(`${A}.identity`) !== undefined,
    symptom:
      'no Management Identity in the release: people sign in, and no role or permission is found',
    cause: 'false from 8.8 on',
    line: 'identity.enabled: true',
    result: 'info',
  },
  {
    versions: '8.5-8.7',
    container: 'identity',
    key: 'identityKeycloak.enabled',
    when: external,
    symptom: 'a Keycloak is installed beside the provider, and nothing uses it',
    cause: 'true unless it is set',
    line: 'identityKeycloak.enabled: false',
    result: 'info',
  },
];
