import { findsTokenEndpoint } from '../../camunda/traits';
import { findComponent, type ClientKey } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import { certificateEntries, certificateVariables } from './certificate';
import { AUTH, envList, type HelmEntry } from './entries';
import { chart, page, secret } from './entries8x8';
import { identityEnv } from './identityEnv';
import { optimizeClaims } from './optimizeClaims';
import { orchestration } from './orchestration8x8';

/*
 * Values of the charts of 8.8 and later (8.8 = 13.12.7, 8.9 = 14.8.4, 8.10 = 15.0.0-alpha4). Only keys
 * that a template of that version reads: `operate`, `tasklist`, `zeebe` and publicIssuerUrl are ignored,
 * from 8.9 on also tokenUrl and the `connectors` of the page's block.
 */

function common(values: ConfigSource): HelmEntry[] {
  return [
    page([...AUTH, 'issuer'], values.issuer),
    page(
      [...AUTH, 'issuerBackendUrl'],
      values.issuerBackendUrl,
      'this is used for container to container communication',
    ),
    // From 8.9 on no template reads it while there is an issuer.
    ...(findsTokenEndpoint(values.version)
      ? []
      : [page([...AUTH, 'tokenUrl'], values.tokenUrl)]),
    page([...AUTH, 'jwksUrl'], values.jwksUrl),
    page([...AUTH, 'type'], values.type),
    chart([...AUTH, 'enabled'], true, 'Off by default from 8.8 on.'),
  ];
}

function identity(values: ConfigSource): HelmEntry[] {
  const path = [...AUTH, 'identity'];
  const claim = (key: string, value: string, comment?: string): HelmEntry => ({
    ...page([...path, key], value, comment),
    printedUnquoted: true,
  });
  return [
    page([...path, 'clientId'], values.clientId('identity')),
    page([...path, 'audience'], values.audience('identity')),
    claim('initialClaimName', values.initialClaimName),
    claim(
      'initialClaimValue',
      values.initialClaimValue,
      'Once set, it cannot be changed with Helm values; only in the database.',
    ),
    ...(values.certificate('identity')
      ? []
      : secret(path, values.secret('identity', true))),
  ];
}

function optimize(values: ConfigSource): HelmEntry[] {
  const path = [...AUTH, 'optimize'];
  return [
    page([...path, 'clientId'], values.clientId('optimize')),
    page([...path, 'audience'], values.audience('optimize')),
    page([...path, 'redirectUrl'], values.url('optimize')),
    ...secret(path, values.secret('optimize', true)),
    ...optimizeClaims(values),
  ];
}

/** Web Modeler up to 8.9, Camunda Hub in 8.10. */
function modeler(
  section: 'webModeler' | 'camundaHub',
  ui: ClientKey,
  api: ClientKey,
): (values: ConfigSource) => HelmEntry[] {
  const path = [...AUTH, section];
  return values => [
    page([...path, 'clientId'], values.clientId(ui)),
    page([...path, 'clientApiAudience'], values.audience(ui)),
    page([...path, 'publicApiAudience'], values.audience(api)),
    page([...path, 'redirectUrl'], values.url(ui)),
  ];
}

function console(values: ConfigSource): HelmEntry[] {
  const path = [...AUTH, 'console'];
  return [
    page([...path, 'clientId'], values.clientId('console')),
    page([...path, 'audience'], values.audience('console')),
    page([...path, 'redirectUrl'], values.url('console')),
    page([...path, 'wellKnown'], values.wellKnown),
  ];
}

function connectors(values: ConfigSource): HelmEntry[] {
  const path = ['connectors', 'security', 'authentication', 'oidc'];
  const scope = values.tokenScope('connectors');
  const certificate = values.certificate('connectors');
  return [
    chart([...path, 'clientId'], values.clientId('connectors')),
    chart([...path, 'audience'], values.audience('connectors')),
    ...(scope ? [chart([...path, 'tokenScope'], scope)] : []),
    ...(certificate
      ? [
          ...envList('connectors', [
            {
              name: 'VALUES_CAMUNDA_IDENTITY_CLIENT_SECRET',
              value: '',
              comment:
                'The chart’s file refers to it, and without it Connectors do not start.',
            },
            ...certificateVariables('connectors', values, certificate),
          ]),
          ...certificateEntries('connectors', certificate),
        ]
      : secret(path, values.secret('connectors', true))),
  ];
}

function beyond(values: ConfigSource): HelmEntry[] {
  const hasKeycloak = findComponent('hub', values.version) === undefined;
  return [
    chart(
      ['global', 'security', 'authentication', 'method'],
      'oidc',
      'Default is basic.',
    ),
    chart(
      ['identity', 'fullURL'],
      values.url('identity'),
      'Identity’s own address; without it the redirect URI starts with http://localhost:8084.',
    ),
    ...identityEnv(values),
    // The chart of 8.10 has no Keycloak any more and refuses the key.
    ...(hasKeycloak
      ? [
          chart(
            ['identityKeycloak', 'enabled'],
            false,
            'No second provider beside yours.',
          ),
        ]
      : []),
  ];
}

const SECTIONS: ReadonlyArray<{
  client: ClientKey;
  write(values: ConfigSource): HelmEntry[];
}> = [
  { client: 'identity', write: identity },
  { client: 'optimize', write: optimize },
  {
    client: 'webModeler.ui',
    write: modeler('webModeler', 'webModeler.ui', 'webModeler.api'),
  },
  { client: 'hub.ui', write: modeler('camundaHub', 'hub.ui', 'hub.api') },
  { client: 'console', write: console },
  { client: 'orchestration', write: orchestration },
  { client: 'connectors', write: connectors },
];

/**
 * Entries of a values file for a chart of 8.8 or later.
 *
 * @param component - one client with what all share, or all of them
 */
export function helmEntries8x8(
  values: ConfigSource,
  component: ClientKey | 'all',
): HelmEntry[] {
  // Both clients of Web Modeler and of Hub stand in one section.
  const wanted = component.replace(/\.api$/, '.ui');
  return [
    ...common(values),
    ...SECTIONS.filter(({ client }) => values.has(client))
      .filter(({ client }) => wanted === 'all' || wanted === client)
      .flatMap(({ write }) => write(values)),
    ...beyond(values),
  ];
}
