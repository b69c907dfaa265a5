import { hasOrchestrationCluster, type CamundaVersion } from '../../camunda';
import { claimsFile } from '../helm/optimizeClaims';
import type { Settings } from '../../camunda/properties/UnsetRule';

/** A key that the target needs, worked out from what the file said. */
export interface Derived {
  path: string[];
  value: unknown;
  text: string;
}

/** What a derivation looks at. */
export interface Upgrading {
  from: CamundaVersion;
  to: CamundaVersion;
  /** The file as it was given, read for its own version. */
  old: Settings;
  /** The file as it is rewritten so far, read for the target. */
  now: Settings;
}

const AUTH = 'global.identity.auth';
const CLUSTER = 'orchestration.security.authentication.oidc';
const CONNECTORS = 'connectors.security.authentication.oidc';
const INITIALIZATION = 'orchestration.security.initialization';

function key(path: string, value: unknown, text: string): Derived[] {
  return value === undefined ? [] : [{ path: path.split('.'), value, text }];
}

/** True where Zeebe, Operate and Tasklist become one cluster. */
function becomesCluster({ from, to }: Upgrading): boolean {
  return !hasOrchestrationCluster(from) && hasOrchestrationCluster(to);
}

/** The first of several sections of the old file that has a key. */
function first(old: Settings, sections: readonly string[], name: string) {
  return sections
    .map(section => old.chart(`${AUTH}.${section}.${name}`))
    .find(value => value !== undefined && value !== '{}');
}

function secretOf(
  target: string,
  { old }: Upgrading,
  section: string,
  text: string,
): Derived[] {
  const name = first(old, [section], 'existingSecret.name');
  if (!name) return [];
  return [
    ...key(`${target}.secret.existingSecret`, name, text),
    ...key(
      `${target}.secret.existingSecretKey`,
      first(old, [section], 'existingSecretKey') ?? `${section}-secret`,
      text,
    ),
  ];
}

/** The chart prints the claim without quotes, so that some stand inside the value. */
function asWritten(value: string | undefined): string | undefined {
  if (!value || !/^".*"$/.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

/** Whoever is named by the initial claim becomes administrator of the cluster. */
function administrators({ now }: Upgrading): Derived[] {
  const value = asWritten(now.chart(`${AUTH}.identity.initialClaimValue`));
  const name = now.chart(`${AUTH}.identity.initialClaimName`) ?? 'oid';
  if (!value) return [];
  if (name === now.chartOrDefault(`${CLUSTER}.usernameClaim`))
    return key(
      `${INITIALIZATION}.defaultRoles.admin.users`,
      [value],
      'The person of the initial claim; the chart’s own is a user "demo".',
    );
  return [
    ...key(
      `${INITIALIZATION}.defaultRoles.admin.users`,
      [],
      'Not the chart’s own user "demo".',
    ),
    ...key(
      `${INITIALIZATION}.defaultRoles.admin.mappingRules`,
      ['initial-claim'],
      'Whoever has the initial claim is administrator of the cluster, too.',
    ),
    ...key(
      `${INITIALIZATION}.mappingRules`,
      [{ mappingRuleID: 'initial-claim', claimName: name, claimValue: value }],
      'The initial claim as a mapping rule of the cluster.',
    ),
  ];
}

const DERIVATIONS: Readonly<
  Record<string, (upgrading: Upgrading) => Derived[]>
> = {
  [`${AUTH}.enabled`]: () =>
    key(`${AUTH}.enabled`, true, 'On by default up to 8.7, off from 8.8 on.'),
  'global.security.authentication.method': () =>
    key(
      'global.security.authentication.method',
      'oidc',
      'New in 8.8; basic unless it is set.',
    ),
  'identity.enabled': upgrading =>
    becomesCluster(upgrading)
      ? key(
          'identity.enabled',
          true,
          'On by default up to 8.7, off from 8.8 on.',
        )
      : [],
  [`${CLUSTER}.clientId`]: ({ old }) =>
    key(
      `${CLUSTER}.clientId`,
      first(old, ['operate', 'tasklist'], 'clientId'),
      'The cluster takes over this application; register its redirect URI /sso-callback.',
    ),
  [`${CLUSTER}.redirectUrl`]: ({ old }) =>
    key(
      `${CLUSTER}.redirectUrl`,
      first(old, ['operate', 'tasklist'], 'redirectUrl'),
      'The cluster has one address for Operate and Tasklist: see that it is this one.',
    ),
  [`${CLUSTER}.secret.existingSecret`]: upgrading =>
    secretOf(
      CLUSTER,
      upgrading,
      'tasklist',
      'The secret of the application that the cluster takes over.',
    ),
  [`${CLUSTER}.audience`]: ({ old, now }) =>
    key(
      `${CLUSTER}.audience`,
      now.type === 'MICROSOFT'
        ? now.chart(`${CLUSTER}.clientId`)
        : first(old, ['zeebe', 'operate', 'tasklist'], 'audience'),
      'Machine clients go on asking for this audience.',
    ),
  [`${CLUSTER}.clientIdClaim`]: () =>
    key(`${CLUSTER}.clientIdClaim`, 'azp', 'Entra’s tokens have no client_id.'),
  [`${CLUSTER}.preferUsernameClaim`]: () =>
    key(
      `${CLUSTER}.preferUsernameClaim`,
      true,
      'azp is in the tokens of people, too.',
    ),
  [`${CLUSTER}.scope`]: ({ now }) => {
    const clientId = now.chart(`${CLUSTER}.clientId`);
    return key(
      `${CLUSTER}.scope`,
      clientId && [
        'openid',
        'profile',
        'offline_access',
        `${clientId}/.default`,
      ],
      'Without it the token is one for Microsoft Graph.',
    );
  },
  [`${INITIALIZATION}.defaultRoles.admin.users`]: administrators,
  [`${INITIALIZATION}.defaultRoles.connectors.clients`]: ({ now }) => {
    const clientId = now.chart(`${CONNECTORS}.clientId`);
    return key(
      `${INITIALIZATION}.defaultRoles.connectors.clients`,
      clientId && [clientId],
      'The role goes to a client "connectors" otherwise.',
    );
  },
  [`${CONNECTORS}.clientId`]: ({ old }) =>
    key(
      `${CONNECTORS}.clientId`,
      first(old, ['zeebe'], 'clientId'),
      'Up to 8.7 the chart’s Connectors used Zeebe’s application.',
    ),
  [`${CONNECTORS}.secret.existingSecret`]: upgrading =>
    secretOf(
      CONNECTORS,
      upgrading,
      'zeebe',
      'Up to 8.7 the chart’s Connectors used Zeebe’s application.',
    ),
  [`${CONNECTORS}.tokenScope`]: ({ now }) => {
    const clientId = now.chart(`${CLUSTER}.clientId`);
    return key(
      `${CONNECTORS}.tokenScope`,
      clientId && `${clientId}/.default`,
      'Connectors ask for a token of the cluster.',
    );
  },
  'connectors.env.OPERATE_CLIENT_SCOPE': ({ now }) => {
    const clientId = now.chart(`${AUTH}.operate.clientId`);
    return key(
      'connectors.env.OPERATE_CLIENT_SCOPE',
      clientId && `${clientId}/.default`,
      'From 8.7 on Connectors ask for a token of Operate’s with a scope of their own.',
    );
  },
  'optimize.extraConfiguration: camunda.security.authentication.oidc.client-id-claim':
    ({ now }) =>
      // A list that is there is a person's own to add to.
      now.chart('optimize.extraConfiguration[0].file')
        ? []
        : [
            {
              path: ['optimize', 'extraConfiguration'],
              value: [
                claimsFile({
                  usernameClaim: now.chartOrDefault(`${CLUSTER}.usernameClaim`),
                  clientIdClaim: now.chartOrDefault(`${CLUSTER}.clientIdClaim`),
                  preferUsernameClaim:
                    now.chartOrDefault(`${CLUSTER}.preferUsernameClaim`) ===
                    'true',
                }),
              ],
              text: 'How Optimize reads a token; the chart has no keys for it.',
            },
          ],
  'identity.env.CAMUNDA_IDENTITY_AUDIENCE': ({ now }) =>
    key(
      'identity.env.CAMUNDA_IDENTITY_AUDIENCE',
      now.chart(`${AUTH}.identity.audience`),
      'The chart hands Identity its audience only beside Optimize.',
    ),
  'orchestration.env.CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERINFOENABLED':
    () =>
      key(
        'orchestration.env.CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERINFOENABLED',
        'false',
        'Microsoft Graph refuses UserInfo to the cluster’s token.',
      ),
  'orchestration.env.SERVER_MAX_HTTP_REQUEST_HEADER_SIZE': () =>
    key(
      'orchestration.env.SERVER_MAX_HTTP_REQUEST_HEADER_SIZE',
      '65536',
      'Entra’s codes and cookies are longer than 8 KB.',
    ),
};

/** What the target needs, as far as the old file says it; empty where a person has to. */
export function derive(name: string, upgrading: Upgrading): Derived[] {
  return DERIVATIONS[name]?.(upgrading) ?? [];
}

/** What holds for every file that becomes one of a cluster, though nothing in it is unset. */
export function adjustments(upgrading: Upgrading): Derived[] {
  if (!becomesCluster(upgrading)) return [];
  const { old, now } = upgrading;
  const clientId = now.chart(`${CLUSTER}.clientId`);
  const isEntra = now.type === 'MICROSOFT' && clientId !== undefined;
  const scope = now.chart(`${CONNECTORS}.tokenScope`);
  return [
    ...(old.chart(`${AUTH}.optimize.clientId`) &&
    old.chart('optimize.enabled') === undefined
      ? key(
          'optimize.enabled',
          true,
          'On by default up to 8.7, off from 8.8 on.',
        )
      : []),
    ...(isEntra && now.chart(`${CLUSTER}.audience`) !== clientId
      ? key(
          `${CLUSTER}.audience`,
          clientId,
          'The aud of Entra’s v2.0 tokens is the client ID; workers ask for <this>/.default from now on.',
        )
      : []),
    ...(isEntra && scope !== undefined && !scope.startsWith(clientId)
      ? key(
          `${CONNECTORS}.tokenScope`,
          `${clientId}/.default`,
          'It has to name the cluster’s application now.',
        )
      : []),
  ];
}
