import type { UnsetRule } from '../../properties/UnsetRule';
import { A, isOn, external, cluster, noIssuer } from './conditions';

/** Addresses of the provider. */
export const UNSET_PROVIDER: readonly UnsetRule[] = [
  {
    versions: '8.5-8.9',
    container: 'identity',
    key: `${A}.issuer`,
    or: [`${A}.publicIssuerUrl`],
    when: external,
    symptom:
      'tokens are refused with 401 (iss does not match), or the browser is sent to localhost:18080',
    cause: 'the issuer is that of a local Keycloak',
    line: `${A}.issuer: <issuer>`,
  },
  {
    versions: '8.10-',
    container: 'identity',
    key: `${A}.issuer`,
    or: [`${A}.publicIssuerUrl`],
    when: external,
    symptom:
      'Identity, Optimize and Hub fail at start, or refuse every token with 401',
    cause: 'the issuer is empty',
    line: `${A}.issuer: <issuer>`,
  },
  {
    versions: '8.5-8.7',
    container: 'identity',
    key: `${A}.issuerBackendUrl`,
    when: external,
    symptom: 'the chart stops: issuerBackendUrl is not configured',
    cause: 'there is no default for a provider other than Keycloak',
    line: `${A}.issuerBackendUrl: <issuer>`,
    result: 'fail',
  },
  {
    versions: '8.8-',
    container: 'identity',
    key: `${A}.issuerBackendUrl`,
    when: external,
    symptom:
      'Identity, Optimize and Web Modeler fail at start or at the first token',
    cause: 'it is written empty, and the chart says nothing',
    line: `${A}.issuerBackendUrl: <issuer>`,
  },
  ...(['jwksUrl', 'tokenUrl'] as const).map(
    (key): UnsetRule => ({
      versions: '8.5-8.7',
      container: 'identity',
      key: `${A}.${key}`,
      when: external,
      symptom:
        key === 'jwksUrl'
          ? 'keys are looked for at a path of Keycloak’s: 404, then 401 for every token'
          : 'tokens are asked for at a path of Keycloak’s: 404; Operate, Tasklist and Connectors do not reach Zeebe',
      cause: `<issuerBackendUrl>/protocol/openid-connect/${
        key === 'jwksUrl' ? 'certs' : 'token'
      } stands`,
      line: `${A}.${key}: <${
        key === 'jwksUrl' ? 'address of the key set' : 'token endpoint'
      }>`,
    }),
  ),
  {
    versions: '8.8-',
    container: 'optimize',
    key: `${A}.jwksUrl`,
    when: settings =>
      external(settings) &&
      ['optimize', 'webModeler', 'console', 'camundaHub'].some(section =>
        isOn(settings, section),
      ),
    symptom:
      'Optimize’s API, Web Modeler and Console answer 401 after sign-in: no key set to check tokens with',
    cause: 'it is written empty; only the cluster finds the keys by itself',
    line: `${A}.jwksUrl: <address of the key set>`,
  },
  ...(
    [
      [
        'orchestration',
        'authUrl',
        'sign-in of the cluster cannot begin',
        'authorization endpoint',
      ],
      [
        'connectors',
        'tokenUrl',
        'Connectors get no token and do not become ready',
        'token endpoint',
      ],
      [
        'orchestration',
        'jwksUrl',
        'the cluster cannot check tokens: 401',
        'address of the key set',
      ],
    ] as const
  ).map(
    ([container, key, symptom, what]): UnsetRule => ({
      versions: '8.8-',
      container,
      key: `${A}.${key}`,
      or: [`${A}.issuer`],
      when: cluster(noIssuer),
      symptom,
      cause: 'without an issuer there is nothing to find it by',
      line: `${A}.issuer: <issuer> (or ${A}.${key}: <${what}>)`,
    }),
  ),
];
