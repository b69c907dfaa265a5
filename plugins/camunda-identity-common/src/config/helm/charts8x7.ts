import { hasOperateScopeInChart } from '../../camunda/traits';
import type { ClientKey } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import { AUTH, envList, existingSecret, type HelmEntry } from './entries';
import { identityEnv } from './identityEnv';

/*
 * Values of the charts of 8.5 to 8.7, in the order of the page's two Helm blocks. Which key a chart of
 * that age reads, and which it ignores, is taken from its templates (chart 8.7 = 12.13.3).
 */

function auth(
  section: string,
  key: string,
  value: string,
  origin: HelmEntry['origin'] = 'page',
  comment?: string,
): HelmEntry {
  return { path: [...AUTH, section, key], value, origin, comment };
}

function common(values: ConfigSource): HelmEntry[] {
  const entra = values.type === 'MICROSOFT';
  const entry = (key: string, value: string, comment?: string): HelmEntry => ({
    path: [...AUTH, key],
    value,
    origin: 'page',
    comment,
  });
  return [
    entry('issuer', values.issuer),
    entry(
      'issuerBackendUrl',
      values.issuerBackendUrl,
      'this is used for container to container communication',
    ),
    entry('tokenUrl', values.tokenUrl),
    entry('jwksUrl', values.jwksUrl),
    entry('type', values.type),
    ...(entra ? [entry('publicIssuerUrl', values.issuer)] : []),
  ];
}

function identity(values: ConfigSource): HelmEntry[] {
  const entra = values.type === 'MICROSOFT';
  const secret = existingSecret(
    'identity',
    values.secret('identity', true),
    'page',
  );
  const claim = (
    key: string,
    value: string,
    origin: HelmEntry['origin'],
    comment?: string,
  ): HelmEntry => ({
    ...auth('identity', key, value, origin, comment),
    printedUnquoted: true,
  });
  // The page leaves the claim's name out of its Entra block, since "oid" is the default.
  const name =
    entra && values.initialClaimName === 'oid'
      ? []
      : [
          claim(
            'initialClaimName',
            values.initialClaimName,
            entra ? 'chart' : 'page',
          ),
        ];
  const objectId =
    entra && values.initialClaimName === 'oid'
      ? 'This is the object ID of the first user. A role mapping in Identity will automatically be generated for this user.\n'
      : '';
  return [
    auth('identity', 'clientId', values.clientId('identity')),
    secret.secret,
    auth('identity', 'audience', values.audience('identity')),
    ...name,
    claim(
      'initialClaimValue',
      values.initialClaimValue,
      'page',
      `${objectId}Once set, it cannot be changed with Helm values; only in the database.`,
    ),
    ...(entra
      ? [
          auth(
            'identity',
            'redirectUrl',
            values.url('identity'),
            'page',
            'From the page; no chart template reads it, see identity.fullURL below.',
          ),
        ]
      : []),
    secret.key,
  ];
}

/** Operate, Tasklist and Optimize: alike but for their names. */
function webApplication(
  section: Extract<ClientKey, 'operate' | 'tasklist' | 'optimize'>,
  values: ConfigSource,
): HelmEntry[] {
  const secret = existingSecret(section, values.secret(section, true), 'page');
  return [
    auth(section, 'clientId', values.clientId(section)),
    auth(section, 'audience', values.audience(section)),
    secret.secret,
    auth(
      section,
      'redirectUrl',
      values.url(section),
      values.type === 'MICROSOFT' ? 'page' : 'chart',
    ),
    secret.key,
  ];
}

function zeebe(values: ConfigSource): HelmEntry[] {
  const secret = existingSecret('zeebe', values.secret('zeebe', true), 'page');
  const scope = values.tokenScope('zeebe');
  return [
    auth('zeebe', 'clientId', values.clientId('zeebe')),
    auth('zeebe', 'audience', values.audience('zeebe')),
    secret.secret,
    ...(scope
      ? [
          auth(
            'zeebe',
            'tokenScope',
            scope,
            values.type === 'MICROSOFT' ? 'page' : 'chart',
          ),
        ]
      : []),
    secret.key,
  ];
}

function webModeler(values: ConfigSource): HelmEntry[] {
  return [
    auth('webModeler', 'clientId', values.clientId('webModeler.ui')),
    auth('webModeler', 'clientApiAudience', values.audience('webModeler.ui')),
    auth('webModeler', 'publicApiAudience', values.audience('webModeler.api')),
    auth(
      'webModeler',
      'redirectUrl',
      values.url('webModeler.ui'),
      values.type === 'MICROSOFT' ? 'page' : 'chart',
    ),
  ];
}

function console(values: ConfigSource): HelmEntry[] {
  const origin = values.type === 'MICROSOFT' ? 'page' : 'chart';
  return [
    auth('console', 'clientId', values.clientId('console')),
    auth('console', 'audience', values.audience('console')),
    auth('console', 'redirectUrl', values.url('console'), origin),
    auth('console', 'wellKnown', values.wellKnown, origin),
  ];
}

function connectors(values: ConfigSource): HelmEntry[] {
  const origin = values.type === 'MICROSOFT' ? 'page' : 'chart';
  const secret = existingSecret(
    'connectors',
    values.secret('connectors', true),
    origin,
  );
  return [
    auth('connectors', 'clientId', values.clientId('connectors'), origin),
    secret.secret,
    secret.key,
  ];
}

/** What the chart needs outside the page's block. */
function beyondThePage(values: ConfigSource): HelmEntry[] {
  const entries: HelmEntry[] = [
    {
      path: ['identity', 'fullURL'],
      value: values.url('identity'),
      origin: 'chart',
      comment:
        'Identity’s own address; without it the redirect URI starts with http://localhost:8080.',
    },
  ];
  entries.push(...identityEnv(values));
  const operateScope = values.tokenScope('operate');
  if (values.has('connectors') && !values.connectorsInbound())
    entries.push({
      path: ['connectors', 'inbound', 'mode'],
      value: 'disabled',
      origin: 'chart',
      comment:
        'Outbound only: by default the chart has Connectors ask Operate.',
    });
  // In the charts before nothing reads it.
  if (
    hasOperateScopeInChart(values.version) &&
    values.type === 'MICROSOFT' &&
    values.has('connectors') &&
    values.connectorsInbound() &&
    operateScope
  )
    entries.push(
      ...envList('connectors', [
        {
          name: 'OPERATE_CLIENT_SCOPE',
          value: operateScope,
          comment:
            'Without a scope Entra refuses the token for Operate (AADSTS90014).',
        },
      ]),
    );
  entries.push({
    path: ['identityKeycloak', 'enabled'],
    value: false,
    origin: 'chart',
    comment: 'Otherwise the chart installs a Keycloak as well.',
  });
  return entries;
}

const SECTIONS: ReadonlyArray<{
  client: ClientKey;
  write(values: ConfigSource): HelmEntry[];
}> = [
  { client: 'identity', write: identity },
  { client: 'operate', write: values => webApplication('operate', values) },
  { client: 'tasklist', write: values => webApplication('tasklist', values) },
  { client: 'optimize', write: values => webApplication('optimize', values) },
  { client: 'zeebe', write: zeebe },
  { client: 'webModeler.ui', write: webModeler },
  { client: 'console', write: console },
  { client: 'connectors', write: connectors },
];

/**
 * Entries of a values file for a chart of 8.5 to 8.7.
 *
 * @param component - one client with what all share, or all of them
 */
export function helmEntries8x7(
  values: ConfigSource,
  component: ClientKey | 'all',
): HelmEntry[] {
  // Both of Web Modeler's clients stand in one section.
  const wanted = component === 'webModeler.api' ? 'webModeler.ui' : component;
  return [
    ...common(values),
    ...SECTIONS.filter(({ client }) => values.has(client))
      .filter(({ client }) => wanted === 'all' || wanted === client)
      .flatMap(({ write }) => write(values)),
    ...beyondThePage(values),
  ];
}
