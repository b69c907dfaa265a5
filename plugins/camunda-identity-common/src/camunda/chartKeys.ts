import { since, type CamundaVersion } from './versions';

/**
 * What becomes of a Helm key in a chart.
 *
 * - `dead`: accepted, and no template reads it
 * - `renamed`: another key holds this value now
 * - `refused`: the chart stops with an error
 * - `meaning`: the same line means something else
 *
 * @public
 */
export type ChartKeyChange = 'dead' | 'renamed' | 'refused' | 'meaning';

/** @public */
export interface ChartKeyRule {
  /** Dotted path; `.*` at its end stands for everything under it. */
  path: string;
  /** Charts for which it holds. */
  versions: readonly CamundaVersion[];
  kind: ChartKeyChange;
  /** Dotted path of the key that has this value now; `.*` takes over the rest of the path. */
  replacement?: string;
  /** The chart reads the old key too. */
  stillRead?: boolean;
  /** Holds only while this key is set. */
  whileSet?: string;
  text: string;
  /** File of the chart. */
  source: string;
}

const AUTH = 'global.identity.auth';
const FROM_8_8 = since('8.8');
const FROM_8_9 = since('8.9');
const ALL = since('8.5');
const CLUSTER = 'orchestration.security.authentication.oidc';
const CONNECTORS = 'connectors.security.authentication.oidc';

/** The keys that held a secret up to 8.7, for a section that kept its name. */
function secretKeys(section: string, replacement: string): ChartKeyRule[] {
  const removed = {
    versions: FROM_8_9,
    kind: 'refused' as const,
    text: 'The chart stops with: The Helm values file key has been removed.',
    source: 'chart 8.9 templates/common/constraints.tpl',
  };
  const renamed = {
    versions: ['8.8'] as const,
    kind: 'renamed' as const,
    stillRead: true,
    text: 'Still read, with a deprecation warning; refused from 8.9 on.',
    source: 'chart 8.8 templates/common/_helpers.tpl',
  };
  const name = `${replacement}.secret.existingSecret`;
  const key = `${replacement}.secret.existingSecretKey`;
  return [
    {
      path: `${section}.existingSecret`,
      versions: ['8.8'],
      kind: 'meaning',
      replacement: name,
      stillRead: true,
      text: 'A text was the secret itself up to 8.7. In 8.8 it is the name of a Kubernetes Secret.',
      source: 'chart 8.8 templates/common/_helpers.tpl',
    },
    { path: `${section}.existingSecret.name`, replacement: name, ...renamed },
    { path: `${section}.existingSecretKey`, replacement: key, ...renamed },
    { path: `${section}.existingSecret`, replacement: name, ...removed },
    { path: `${section}.existingSecret.name`, replacement: name, ...removed },
    { path: `${section}.existingSecretKey`, replacement: key, ...removed },
  ];
}

/** From 8.8 on Zeebe, Operate and Tasklist are one cluster with keys of its own. */
const CLUSTER_RULES: readonly ChartKeyRule[] = [
  ...(['clientId', 'redirectUrl'] as const).map(
    (key): ChartKeyRule => ({
      path: `${AUTH}.operate.${key}`,
      versions: FROM_8_8,
      kind: 'renamed',
      replacement: `${CLUSTER}.${key}`,
      text: 'Operate is part of the Orchestration Cluster, which has one application with a redirect URI of its own. Operate’s may be used for it.',
      source: 'chart 8.8 values.yaml',
    }),
  ),
  {
    path: `${AUTH}.operate.existingSecret`,
    versions: FROM_8_8,
    kind: 'meaning',
    replacement: `${CLUSTER}.secret.existingSecret`,
    text: 'A text was the secret itself up to 8.7; now no template reads it. The cluster wants the name of a Kubernetes Secret.',
    source: 'chart 8.8 values.yaml',
  },
  {
    path: `${AUTH}.operate.existingSecret.name`,
    versions: FROM_8_8,
    kind: 'renamed',
    replacement: `${CLUSTER}.secret.existingSecret`,
    text: 'The secret of the application that the cluster takes over.',
    source: 'chart 8.8 values.yaml',
  },
  {
    path: `${AUTH}.operate.existingSecretKey`,
    versions: FROM_8_8,
    kind: 'renamed',
    replacement: `${CLUSTER}.secret.existingSecretKey`,
    text: 'The secret of the application that the cluster takes over.',
    source: 'chart 8.8 values.yaml',
  },
  {
    path: `${AUTH}.zeebe.audience`,
    versions: FROM_8_8,
    kind: 'renamed',
    replacement: `${CLUSTER}.audience`,
    text: 'Machine clients go on asking for tokens of Zeebe’s audience; it becomes the cluster’s.',
    source: 'chart 8.8 values.yaml',
  },
  {
    path: `${AUTH}.zeebe.tokenScope`,
    versions: FROM_8_8,
    kind: 'renamed',
    replacement: `${CONNECTORS}.tokenScope`,
    text: 'Connectors ask for the cluster’s token. Where the cluster has another application than Zeebe had, the scope has to name that one.',
    source: 'chart 8.8 templates/connectors/files/_application.yaml',
  },
  ...['operate', 'tasklist', 'zeebe'].map(
    (section): ChartKeyRule => ({
      path: `${AUTH}.${section}.*`,
      versions: FROM_8_8,
      kind: 'dead',
      text: 'No template reads it: Zeebe, Operate and Tasklist are the Orchestration Cluster, configured under orchestration.security.',
      source: 'chart 8.8 values.yaml',
    }),
  ),
];

const COMPATIBILITY =
  'chart 8.8 templates/z/1/2/3/4/5/6/7/8/z_compatibility_helpers.tpl';

/** Keys that the chart of 8.8 still copies over the new ones, and that of 8.9 does not read any more. */
function copiedKeys(
  section: 'connectors' | 'orchestration',
  target: string,
  keys: readonly string[],
): ChartKeyRule[] {
  const pairs = [
    ...keys.map(key => [key, key]),
    ['existingSecret.name', 'secret.existingSecret'],
    ['existingSecretKey', 'secret.existingSecretKey'],
    ['secret.existingSecret', 'secret.existingSecret'],
    ['secret.existingSecretKey', 'secret.existingSecretKey'],
  ];
  return pairs.flatMap(([old, now]): ChartKeyRule[] => [
    {
      path: `${AUTH}.${section}.${old}`,
      versions: ['8.8'],
      kind: 'renamed',
      replacement: `${target}.${now}`,
      stillRead: true,
      text: 'In 8.8 a compatibility helper still reads the old key, and it beats the new one; from 8.9 on nothing does.',
      source: COMPATIBILITY,
    },
    {
      path: `${AUTH}.${section}.${old}`,
      versions: FROM_8_9,
      kind: 'renamed',
      replacement: `${target}.${now}`,
      text: 'No template reads it any more: the compatibility helper of 8.8 is gone.',
      source: COMPATIBILITY,
    },
  ]);
}

/** The cluster’s section in alpha versions of 8.8, which guides of that time still show. */
const ALPHA_RULES: readonly ChartKeyRule[] = [
  ['clientId', 'clientId'],
  ['audience', 'audience'],
  ['redirectUrl', 'redirectUrl'],
  ['existingSecret.name', 'secret.existingSecret'],
  ['existingSecretKey', 'secret.existingSecretKey'],
  ['secret.existingSecret', 'secret.existingSecret'],
  ['secret.existingSecretKey', 'secret.existingSecretKey'],
].map(([old, now]) => ({
  path: `${AUTH}.core.${old}`,
  versions: FROM_8_8,
  kind: 'renamed',
  replacement: `${CLUSTER}.${now}`,
  text: 'A name of 8.8’s alpha versions, which no template of a released chart reads.',
  source: 'chart 13.0.0 values.yaml',
}));

const COPIED_RULES: readonly ChartKeyRule[] = [
  ...copiedKeys('connectors', CONNECTORS, [
    'clientId',
    'audience',
    'tokenScope',
  ]),
  ...copiedKeys('orchestration', CLUSTER, [
    'clientId',
    'audience',
    'redirectUrl',
  ]),
  ...(['connectors', 'orchestration'] as const).map(
    (section): ChartKeyRule => ({
      path: `${AUTH}.${section}.existingSecret`,
      versions: FROM_8_8,
      kind: 'meaning',
      replacement: `${
        section === 'connectors' ? CONNECTORS : CLUSTER
      }.secret.existingSecret`,
      text: 'A text was the secret itself up to 8.7. In 8.8 it is the name of a Kubernetes Secret; from 8.9 on nothing reads it.',
      source: 'chart 8.8 templates/common/_helpers.tpl',
    }),
  ),
];

/**
 * Every Helm key of the OIDC set-up that a chart does not take as the documentation page writes it. The first
 * rule that fits is the one to go by.
 *
 * @public
 */
export const CHART_KEY_RULES: readonly ChartKeyRule[] = [
  ...CLUSTER_RULES,
  ...COPIED_RULES,
  ...ALPHA_RULES,
  ...secretKeys(`${AUTH}.identity`, `${AUTH}.identity`),
  ...secretKeys(`${AUTH}.optimize`, `${AUTH}.optimize`),
  ...secretKeys(`${AUTH}.admin`, `${AUTH}.admin`),
  ...secretKeys(CLUSTER, CLUSTER),
  ...secretKeys(CONNECTORS, CONNECTORS),
  {
    path: `${AUTH}.identity.redirectUrl`,
    versions: ALL,
    kind: 'dead',
    replacement: 'identity.fullURL',
    text: 'No template reads it. Identity’s own address is identity.fullURL, else that of the ingress.',
    source: 'chart 8.7 templates/identity/configmap.yaml',
  },
  {
    path: `${AUTH}.publicIssuerUrl`,
    versions: ALL,
    kind: 'dead',
    whileSet: `${AUTH}.issuer`,
    text: 'Only a fallback for an empty issuer; not read while there is one.',
    source: 'chart 8.8 templates/common/_helpers.tpl',
  },
  {
    path: `${AUTH}.tokenUrl`,
    versions: FROM_8_9,
    kind: 'dead',
    whileSet: `${AUTH}.issuer`,
    text: 'Connectors find the token endpoint through the issuer; not read while there is one.',
    source: 'chart 8.9 templates/connectors/files/_application.yaml',
  },
  ...(
    [
      'clientId',
      'clientApiAudience',
      'publicApiAudience',
      'redirectUrl',
    ] as const
  ).map(
    (key): ChartKeyRule => ({
      path: `${AUTH}.webModeler.${key}`,
      versions: since('8.10'),
      kind: 'renamed',
      replacement: `${AUTH}.camundaHub.${key}`,
      stillRead: true,
      text: 'Camunda Hub takes the place of Web Modeler; camundaHub wins over webModeler.',
      source: 'chart 8.10 values.yaml',
    }),
  ),
  {
    path: `${AUTH}.console.*`,
    versions: since('8.10'),
    kind: 'dead',
    text: 'Camunda Hub takes the place of Console; it needs no application of its own. The chart warns about the key.',
    source: 'chart 8.10 NOTES.txt',
  },
  ...['identityKeycloak', 'identityPostgresql', 'webModelerPostgresql'].map(
    (section): ChartKeyRule => ({
      path: `${section}.*`,
      versions: since('8.10'),
      kind: 'refused',
      text: 'The chart brings no Keycloak and no PostgreSQL any more and stops with: The Helm values file key has been removed.',
      source: 'chart 8.10 templates/common/constraints.tpl',
    }),
  ),
  {
    path: 'connectors.env.OPERATE_CLIENT_SCOPE',
    versions: FROM_8_8,
    kind: 'dead',
    text: 'Connectors do not talk to Operate any more.',
    source: 'Camunda docs 8.8, "Connectors configuration"',
  },
];

/** The rest of `path` under a rule's `.*`; undefined where the rule does not fit. */
function rest(rule: string, path: string): string | undefined {
  if (!rule.endsWith('.*')) return rule === path ? '' : undefined;
  const prefix = rule.slice(0, -1);
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

/**
 * What a chart makes of a key that is not written as it should be.
 *
 * @param path - dotted
 * @param isSet - tells whether the rest of the file sets a key; without it rules hold whatever else is set
 * @returns undefined for a key to which nothing special applies
 * @public
 */
export function chartKeyRule(
  path: string,
  version: CamundaVersion,
  isSet: (key: string) => boolean = () => true,
): ChartKeyRule | undefined {
  return CHART_KEY_RULES.find(
    rule =>
      rule.versions.includes(version) &&
      rest(rule.path, path) !== undefined &&
      (rule.whileSet === undefined || isSet(rule.whileSet)),
  );
}
