import type { Settings } from '../properties/UnsetRule';

/*
 * What a chart makes of keys that stand together (templates/common/constraints.tpl and its older places). One key
 * alone says nothing of it, so these rules are no rows of rules.data.ts.
 */

/**
 * True where a file has a key, or one below it, whatever its value; with `.` at its end only below it, with `[`
 * only a list.
 */
export type Stands = (key: string) => boolean;

/** Keys that do not go together, or not without another one. */
export interface Combination {
  /** Versions: `8.8-`, `8.5-8.7`. */
  versions: string;
  /** The key whose line is shown. */
  key: string;
  when: (settings: Settings, stands: Stands) => boolean;
  /** What happens. */
  text: string;
  remedy: string;
  /** `fail`: the chart stops. */
  result: 'info' | 'warn' | 'fail';
}

const A = 'global.identity.auth';
const STOPS = 'the chart stops';

const isTrue = (settings: Settings, key: string) =>
  settings.chartOrDefault(key) === 'true';

const isOff = (settings: Settings, key: string) => !isTrue(settings, key);

const has = (settings: Settings, key: string) =>
  settings.chart(key) !== undefined;

const noIdentity = (settings: Settings) =>
  isOff(settings, 'identity.enabled') &&
  !has(settings, 'global.identity.service.url');

/** Databases of Identity: one at most, and one where tenants are to be kept. */
const DATABASES: readonly Combination[] = [
  {
    versions: '8.5-8.9',
    key: 'identityPostgresql.enabled',
    when: settings =>
      settings.chart('identityPostgresql.enabled') === 'true' &&
      settings.chart('identity.externalDatabase.enabled') === 'true',
    text: `${STOPS}: identityPostgresql and identity.externalDatabase are both on`,
    remedy: 'Switch one of the two off.',
    result: 'fail',
  },
  {
    versions: '8.5-8.9',
    key: 'global.multitenancy.enabled',
    when: settings =>
      settings.chart('global.multitenancy.enabled') === 'true' &&
      isOff(settings, 'identityPostgresql.enabled') &&
      isOff(settings, 'identity.externalDatabase.enabled'),
    text: `${STOPS}: tenants need a database of Identity’s`,
    remedy:
      'Set identity.externalDatabase.enabled (or identityPostgresql.enabled) to true.',
    result: 'fail',
  },
];

const PROVIDER: readonly Combination[] = [
  {
    versions: '8.5-8.7',
    key: `${A}.identity.existingSecret`,
    when: settings =>
      settings.namedType === 'KEYCLOAK' &&
      (has(settings, `${A}.identity.existingSecret`) ||
        has(settings, `${A}.identity.existingSecret.name`)),
    text: `${STOPS}: with the type KEYCLOAK Identity’s own secret "does not need to be set"`,
    remedy: `Set ${A}.type to GENERIC (MICROSOFT for Entra), or take the secret out.`,
    result: 'fail',
  },
  {
    versions: '8.8-',
    key: `${A}.identity.secret.existingSecret`,
    when: settings =>
      settings.namedType === 'KEYCLOAK' &&
      ['existingSecret', 'inlineSecret'].some(name =>
        has(settings, `${A}.identity.secret.${name}`),
      ),
    text: `${STOPS}: with the type KEYCLOAK Identity’s own secret "does not need to be set"`,
    remedy: `Set ${A}.type to GENERIC (MICROSOFT for Entra), or take the secret out.`,
    result: 'fail',
  },
  {
    versions: '8.5-8.7',
    key: `${A}.type`,
    when: settings => /[a-z]/.test(settings.chart(`${A}.type`) ?? ''),
    text: 'the charts up to 8.7 hand the type on as it is written, and the components know it in capitals only',
    remedy: 'Write it in capitals.',
    result: 'warn',
  },
  {
    versions: '8.8-8.8',
    key: 'global.noSecondaryStorage',
    when: settings =>
      settings.chart('global.noSecondaryStorage') === 'true' &&
      (settings.chart('orchestration.security.authentication.method') ??
        settings.chartOrDefault('global.security.authentication.method')) ===
        'basic',
    text: `${STOPS}: without a secondary storage there is nowhere to keep users for basic`,
    remedy: 'Set global.security.authentication.method to oidc.',
    result: 'fail',
  },
  {
    versions: '8.10-',
    key: `${A}.orchestration.hubPingAuthorizationEnabled`,
    when: settings =>
      isTrue(settings, `${A}.orchestration.hubPingAuthorizationEnabled`) &&
      settings.namedType !== 'KEYCLOAK' &&
      ['hubPingClaimName', 'hubPingClaimValue'].some(
        name => !has(settings, `${A}.orchestration.${name}`),
      ),
    text: `${STOPS}: Hub cannot know the cluster without a claim of its token`,
    remedy: `Set ${A}.orchestration.hubPingClaimName and hubPingClaimValue.`,
    result: 'fail',
  },
  {
    versions: '8.10-',
    key: 'orchestration.hub.ping.endpoint',
    when: settings =>
      has(settings, 'orchestration.hub.ping.endpoint') &&
      settings.namedType !== 'KEYCLOAK' &&
      !has(settings, 'orchestration.hub.ping.credentials.tokenEndpoint') &&
      !has(settings, `${A}.tokenUrl`),
    text: `${STOPS}: nothing says where the cluster gets a token for Hub`,
    remedy: `Set ${A}.tokenUrl, or orchestration.hub.ping.credentials.tokenEndpoint.`,
    result: 'fail',
  },
];

/** Components that ask Management Identity for permissions. */
const WITHOUT_IDENTITY: readonly Combination[] = (
  [
    ['webModeler', '8.8-8.9'],
    ['console', '8.8-8.9'],
    ['camundaHub', '8.10-'],
  ] as const
).map(([section, versions]) => ({
  versions,
  key: `${section}.enabled`,
  when: settings =>
    settings.chart(`${section}.enabled`) === 'true' && noIdentity(settings),
  text: `${STOPS}: ${section} needs Management Identity, which is off`,
  remedy:
    'Set identity.enabled to true, or global.identity.service.url to the address of an Identity elsewhere.',
  result: 'fail',
}));

const TOPOLOGY: readonly Combination[] = [
  {
    versions: '8.10-',
    key: 'global.topology.mode',
    when: settings =>
      settings.chart('global.topology.mode') === 'hub' &&
      isOff(settings, 'identity.enabled'),
    text: `${STOPS}: the mode hub needs Management Identity in the same release`,
    remedy: 'Set identity.enabled to true.',
    result: 'fail',
  },
  {
    versions: '8.10-',
    key: 'global.topology.mode',
    when: settings =>
      settings.chart('global.topology.mode') === 'orchestration' &&
      isTrue(settings, 'identity.enabled'),
    text: `${STOPS}: in the mode orchestration Management Identity runs in the release of the Hub`,
    remedy:
      'Set identity.enabled to false, and global.identity.service.url to its address.',
    result: 'fail',
  },
  {
    versions: '8.10-',
    key: 'global.topology.mode',
    when: settings =>
      settings.chart('global.topology.mode') === 'orchestration' &&
      (isOff(settings, `${A}.enabled`) ||
        !has(settings, 'global.identity.service.url')),
    text: `${STOPS}: the mode orchestration needs the sign-in and the address of Management Identity`,
    remedy: `Set ${A}.enabled to true and global.identity.service.url.`,
    result: 'fail',
  },
];

/** Sections whose containers take files and variables of a team’s own. */
const SECTIONS = [
  'identity',
  'optimize',
  'connectors',
  'orchestration',
  'console',
  'webModeler.restapi',
  'camundaHub.restapi',
];

const FILES: readonly Combination[] = SECTIONS.flatMap(
  (section): Combination[] => [
    {
      versions: '8.8-',
      key: `${section}.env.JAVA_TOOL_OPTIONS`,
      when: (_, stands) =>
        stands(`${section}.env.JAVA_TOOL_OPTIONS`) &&
        stands('global.tls.caBundle'),
      text: 'the variable stands last and takes the options away with which the chart makes the CA bundle known: "PKIX path building failed" at the provider',
      remedy:
        'Put -Djavax.net.ssl.trustStore… into the variable as well, or take it out.',
      result: 'warn',
    },
    {
      versions: '8.9-',
      key: `${section}.configuration`,
      when: (_, stands) =>
        stands(`${section}.configuration`) &&
        stands(`${section}.extraConfiguration`),
      text: 'a file of your own takes the place of the generated one, with its list of files to import: extraConfiguration is mounted and not read',
      remedy:
        'Take the configuration out, or import the files in it (spring.config.import).',
      result: 'warn',
    },
    {
      versions: '8.9-',
      key: `${section}.extraConfiguration`,
      when: (_, stands) => stands(`${section}.extraConfiguration.`),
      text: `${STOPS}: a map of files is the form of the charts up to 8.8`,
      remedy: `Write a list: ${section}.extraConfiguration: [{file: <name>, content: <text>}].`,
      result: 'fail',
    },
    {
      versions: '8.5-8.8',
      key: `${section}.extraConfiguration`,
      when: (_, stands) => stands(`${section}.extraConfiguration[`),
      text: 'a list of files is the form of the charts from 8.9 on; here each entry needs its name as its key, and nothing of the list is mounted under the name that it gives',
      remedy: `Write a map: ${section}.extraConfiguration: {<name>: <text>}.`,
      result: 'warn',
    },
    {
      versions: '8.5-8.8',
      key: `${section}.extraConfiguration`,
      when: (_, stands) => stands(`${section}.extraConfiguration.`),
      text: 'the charts up to 8.8 mount these files and import none of them: only what has a name that Spring loads by itself (application.yaml, application-<active profile>.yaml) has an effect, which this file cannot show',
      remedy:
        'Look into the container for what is loaded, or set the properties as variables.',
      result: 'info',
    },
  ],
);

const UNUSED: readonly Combination[] = [
  {
    versions: '8.5-8.9',
    key: 'identityKeycloak.enabled',
    when: settings =>
      settings.chart('identityKeycloak.enabled') === 'true' &&
      /^(GENERIC|MICROSOFT)$/.test(settings.namedType ?? ''),
    text: 'a Keycloak is installed beside the provider, and nothing uses it',
    remedy: 'Set identityKeycloak.enabled to false.',
    result: 'info',
  },
];

/** Every rule about several keys of a values file. */
export const CHART_COMBINATIONS: readonly Combination[] = [
  ...PROVIDER,
  ...DATABASES,
  ...WITHOUT_IDENTITY,
  ...TOPOLOGY,
  ...FILES,
  ...UNUSED,
];
