import { hasOrchestrationCluster } from '../../camunda';
import type { Finding } from '../../checks';
import { contextPaths } from './contextPaths';
import { displayKey } from './displayKey';
import { isPlaceholder } from './keyFindings';
import { modelerToken } from './modelerToken';
import type { ReadKey } from './readKeys';
import { identitySwitchedOff } from './identitySwitchedOff';
import type { Said } from './Said';
import {
  chartSetting,
  disagreement,
  propertySetting,
  type StatedSetting,
} from './stated';
import { isExpression } from './valueFindings';

/*
 * What a file says in one place and takes back in another: a sign-in that is configured and not switched on,
 * an API that asks nobody, tokens for an audience that the other side does not take.
 */

const AUTHENTICATION = 'security.authentication';
const OIDC = `camunda.${AUTHENTICATION}.oidc`;
const CLUSTER = `orchestration.${AUTHENTICATION}.oidc`;
const CONNECTORS = `connectors.${AUTHENTICATION}.oidc`;

/** OIDC is configured, and the file itself says that another method is used. */
function clusterMethod(said: Said): Finding[] {
  const [byProperty] = propertySetting(said, 'orchestration', [
    `camunda.${AUTHENTICATION}.method`,
  ]);
  const [byChart] = chartSetting(said, [
    `orchestration.${AUTHENTICATION}.method`,
    `global.${AUTHENTICATION}.method`,
  ]);
  const method = byProperty ?? byChart;
  if (!method || isExpression(method.value)) return [];
  const { name, value, line } = method;
  if (value === 'oidc') return [];
  const isChart = method === byChart;
  if (value.toLowerCase() === 'oidc')
    return isChart
      ? [
          disagreement(
            name,
            line,
            'the chart compares letter by letter and takes this for another method than oidc: none of the OIDC settings reaches a component',
            'Write oidc.',
          ),
        ]
      : [];
  const configured = isChart
    ? chartSetting(said, [`${CLUSTER}.clientId`])
    : propertySetting(said, 'orchestration', [
        `${OIDC}.client-id`,
        `${OIDC}.issuer-uri`,
      ]);
  return configured.length
    ? [
        disagreement(
          name,
          line,
          `the method is ${value}, so ${configured[0].name} and every other OIDC setting of the cluster has no effect: a form for user name and password, and tokens get 401`,
          'Write oidc.',
        ),
      ]
    : [];
}

/** The gateway up to 8.7, by itself or in the broker. */
function gatewayMode(said: Said): Finding[] {
  const gateway = 'zeebe-gateway';
  const modes = propertySetting(said, gateway, [
    'zeebe.gateway.security.authentication.mode',
    'zeebe.broker.gateway.security.authentication.mode',
  ]);
  const [mode] = modes;
  if (
    !mode ||
    modes.some(({ value }) => value === 'identity' || isExpression(value))
  )
    return [];
  const [configured] = propertySetting(said, gateway, [
    'camunda.identity.audience',
    'camunda.identity.issuer-backend-url',
    'zeebe.gateway.security.authentication.identity.audience',
    'zeebe.broker.gateway.security.authentication.identity.audience',
  ]);
  return configured
    ? [
        disagreement(
          mode.name,
          mode.line,
          `the mode is ${mode.value}, so ${configured.name} has no effect: the gateway takes every call, with a token or without`,
          'Write identity.',
        ),
      ]
    : [];
}

/** The API of a cluster with OIDC, open to everybody. */
function openApi(said: Said): Finding[] {
  const [open] = [
    ...chartSetting(said, [`orchestration.${AUTHENTICATION}.unprotectedApi`]),
    ...propertySetting(said, 'orchestration', [
      `camunda.${AUTHENTICATION}.unprotected-api`,
    ]),
  ];
  if (open?.value !== 'true') return [];
  const method =
    said.property('orchestration', `camunda.${AUTHENTICATION}.method`) ??
    said.chart(`orchestration.${AUTHENTICATION}.method`) ??
    said.chart(`global.${AUTHENTICATION}.method`);
  return method === 'oidc'
    ? [
        disagreement(
          open.name,
          open.line,
          'the API of the cluster takes every call, with a token or without: only the web applications ask for a sign-in',
          'Take the key out, or write false.',
        ),
      ]
    : [];
}

/** Keys of a container that set one of some properties; a list may be several keys. */
function valuesOf(
  keys: readonly ReadKey[],
  container: string,
  names: readonly string[],
): string[] {
  return keys.flatMap(key =>
    key.container === container && names.includes(key.property?.name ?? '')
      ? [key.value]
          .flat()
          .flatMap(value =>
            key.property?.kind === 'list' &&
            !/_[0-9]+_?$/.test(key.path.at(-1)!)
              ? value.split(',').map(text => text.trim())
              : value,
          )
      : [],
  );
}

/** The audience that Connectors ask for is one that the cluster, or Zeebe's gateway, takes. */
function connectorsAudience(keys: readonly ReadKey[], said: Said): Finding[] {
  // Entra goes by the scope.
  if (said.type === 'MICROSOFT') return [];
  const isCluster = hasOrchestrationCluster(said.version);
  const asking = keys.find(
    ({ container, property, value }) =>
      container === 'connectors' &&
      /^(camunda\.client\.auth\.audience|camunda\.client\.zeebe\.audience)$|ZEEBE_TOKEN_AUDIENCE/.test(
        property?.name ?? property?.env[0] ?? '',
      ) &&
      [value].flat().join() !== '',
  );
  const [inChart] = isCluster
    ? chartSetting(said, [`${CONNECTORS}.audience`])
    : [];
  const isOn =
    said.chart('connectors.enabled') !== 'false' &&
    said.chart('orchestration.enabled') !== 'false';
  const asked: StatedSetting | undefined = asking
    ? {
        name: displayKey(asking),
        value: [asking.value].flat().join(),
        line: asking.line,
      }
    : inChart;
  if (!asked?.value || !isOn) return [];
  const taken = isCluster
    ? [
        ...valuesOf(keys, 'orchestration', [
          `${OIDC}.audiences`,
          `${OIDC}.client-id`,
        ]),
        ...(said.chart(`${CLUSTER}.clientId`) ||
        said.chart(`${CLUSTER}.audience`)
          ? [
              said.chartOrDefault(`${CLUSTER}.clientId`),
              said.chartOrDefault(`${CLUSTER}.audience`),
              said.chart('global.identity.auth.webModeler.clientApiAudience'),
              said.chart('global.identity.auth.camundaHub.clientApiAudience'),
            ]
          : []),
      ]
    : valuesOf(keys, 'zeebe-gateway', [
        'camunda.identity.audience',
        'zeebe.gateway.security.authentication.identity.audience',
        'zeebe.broker.gateway.security.authentication.identity.audience',
      ]);
  const audiences = [...new Set(taken.filter(text => text))] as string[];
  // The client ID alone: that the audience is not set is said elsewhere.
  if (
    audiences.length < (isCluster ? 2 : 1) ||
    audiences.includes(asked.value) ||
    [asked.value, ...audiences].some(
      text => isExpression(text) || isPlaceholder(text),
    )
  )
    return [];
  const other = isCluster ? 'the cluster' : 'Zeebe’s gateway';
  return [
    disagreement(
      asked.name,
      asked.line,
      `Connectors ask for a token for ${
        asked.value
      }, and ${other} takes ${audiences.join(
        ', ',
      )}: 401 (Audience mismatch), and Connectors do not become ready`,
      `Write the audience of ${other}.`,
    ),
  ];
}

/** What the parts of a file say against each other. */
export function disagreements(keys: readonly ReadKey[], said: Said): Finding[] {
  return [
    ...(hasOrchestrationCluster(said.version)
      ? [...clusterMethod(said), ...openApi(said)]
      : gatewayMode(said)),
    ...connectorsAudience(keys, said),
    ...identitySwitchedOff(said),
    ...contextPaths(said),
    ...modelerToken(said),
  ];
}
