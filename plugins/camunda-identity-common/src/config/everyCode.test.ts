import { genericRecord, inVersion } from '../__fixtures__/records';
import type { CamundaVersion } from '../camunda';
import { FINDINGS, type Finding, type FindingCode } from '../checks';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { writeProviderSetup } from '../providers/setup';
import { compareConfig } from './compare/compareConfig';
import { readConfig } from './read';
import type { ConfigFormat } from './types';
import { writeConfig } from './writeConfig';

/* A file, or a record, for every code that a reader or a writer of configuration reports. */

type FileRow = readonly [
  code: FindingCode,
  version: CamundaVersion,
  format: ConfigFormat,
  content: string,
];

const auth = (lines: string) =>
  `global:\n  identity:\n    auth:\n${lines.replace(/^/gm, '      ')}\n`;
const oidc = (lines: string) =>
  `orchestration:\n  security:\n    authentication:\n      oidc:\n${lines.replace(
    /^/gm,
    '        ',
  )}\n`;

const READ: FileRow[] = [
  [
    'config.literal-secret',
    '8.7',
    'helm',
    auth('identity:\n  existingSecret: s3cr3t-of-identity'),
  ],
  ['config.unknown-key', '8.9', 'helm', oidc('usernameCliam: email')],
  ['config.ignored-key', '8.8', 'helm', auth('operate:\n  clientId: operate')],
  [
    'config.refused-key',
    '8.9',
    'helm',
    auth('identity:\n  existingSecret: identity-secret'),
  ],
  [
    'config.key-meaning',
    '8.8',
    'helm',
    auth('identity:\n  existingSecret: identity-secret'),
  ],
  [
    'config.unquoted-claim',
    '8.7',
    'helm',
    auth('identity:\n  initialClaimValue: "0123456789"'),
  ],
  [
    'config.conflicting-values',
    '8.7',
    'env',
    'SPRING_PROFILES_ACTIVE=oidc\nCAMUNDA_IDENTITY_CLIENT_ID=a\nCAMUNDA_IDENTITY_CLIENTID=b\n',
  ],
  [
    'config.placeholder',
    '8.7',
    'helm',
    auth('identity:\n  clientId: <Client ID from Step 2>'),
  ],
  ['config.unset-key', '8.9', 'helm', auth('issuer: https://idp.example.com')],
  [
    'config.value-form',
    '8.7',
    'helm',
    auth(
      'issuer: https://idp.example.com/.well-known/openid-configuration\nidentity:\n  clientId: identity',
    ),
  ],
  [
    'config.callback-in-base-url',
    '8.7',
    'helm',
    auth(
      'optimize:\n  redirectUrl: https://optimize.example.com/api/authentication/callback',
    ),
  ],
  ['config.expression', '8.7', 'helm', auth('issuer: "{{ .Values.issuer }}"')],
  [
    'config.old-key',
    '8.10',
    'env',
    'CAMUNDA_MODELER_OAUTH2_CLIENT_ID=ui\nCAMUNDA_MODELER_SERVER_URL=https://hub.example.com\n',
  ],
  ['config.nothing-recognised', '8.8', 'env', 'FLOUR=500\n'],
  [
    'config.wrapped',
    '8.7',
    'helm',
    `kind: HelmRelease\nmetadata:\n  name: c\nspec:\n  values:\n${auth(
      'issuer: https://idp.example.com',
    ).replace(/^/gm, '    ')}`,
  ],
  ['config.other-form', '8.7', 'helm', 'CAMUNDA_IDENTITY_CLIENT_ID=identity\n'],
  [
    'config.other-version',
    '8.8',
    'env',
    'services:\n  identity:\n    image: camunda/identity:8.7.0\n    environment: {CAMUNDA_IDENTITY_TYPE: GENERIC}\n',
  ],
  [
    'config.variables-elsewhere',
    '8.7',
    'env',
    'services:\n  identity:\n    image: camunda/identity:8.7.0\n    env_file: [more.env]\n    environment: {CAMUNDA_IDENTITY_TYPE: GENERIC}\n',
  ],
  [
    'config.several-providers',
    '8.9',
    'env',
    'CAMUNDA_SECURITY_AUTHENTICATION_METHOD=oidc\nCAMUNDA_SECURITY_AUTHENTICATION_PROVIDERS_OIDC_A_CLIENTID=a\nCAMUNDA_SECURITY_AUTHENTICATION_PROVIDERS_OIDC_B_CLIENTID=b\n',
  ],
  [
    'config.provider-type',
    '8.7',
    'env',
    'CAMUNDA_IDENTITY_TYPE=KEYCLOAK\nCAMUNDA_IDENTITY_CLIENT_ID=a\n',
  ],
  [
    'config.preset-audience',
    '8.7',
    'env',
    'CAMUNDA_OPERATE_IDENTITY_ISSUERURL=https://idp.example.com\nCAMUNDA_OPERATE_IDENTITY_CLIENTID=operate\nCAMUNDA_OPERATE_IDENTITY_AUDIENCE=other\n',
  ],
  [
    'config.beyond-record',
    '8.9',
    'env',
    'CAMUNDA_SECURITY_AUTHENTICATION_METHOD=oidc\nCAMUNDA_SECURITY_AUTHENTICATION_OIDC_ADDITIONALJWKSETURIS=https://idp.example.com/more\n',
  ],
  [
    'config.mapping-rules',
    '8.7',
    'env',
    'SPRING_PROFILES_ACTIVE=oidc\nCAMUNDA_IDENTITY_TYPE=GENERIC\nIDENTITY_MAPPINGRULES_0_NAME=more\nIDENTITY_MAPPINGRULES_0_CLAIMVALUE=ada\n',
  ],
  [
    'config.key-together',
    '8.7',
    'helm',
    auth('type: generic\nissuer: https://idp.example.com'),
  ],
  ['config.deprecated-key', '8.10', 'helm', oidc('groupsClaim: groups')],
];

const codesOf = (findings: readonly Finding[]) =>
  findings.map(({ code }) => code);

const written = (
  change: (record: any) => void,
  version: CamundaVersion = '8.9',
) => {
  const record = inVersion(genericRecord(), version);
  change(record);
  return writeConfig(record, DEFAULT_PROVIDER_CONTEXT, { format: 'helm' })
    .findings;
};

const setup = (change: (record: any) => void) => {
  const record = genericRecord();
  change(record);
  return writeProviderSetup(record, DEFAULT_PROVIDER_CONTEXT, 'okta').findings;
};

const WORKER = {
  name: 'billing',
  clientId: 'billing-worker',
  audience: 'camunda',
  secret: { kubernetesSecret: { name: 'billing', key: 'secret' } },
};

const WRITTEN: Array<[FindingCode, () => readonly Finding[]]> = [
  [
    'config.endpoint-missing',
    () =>
      written(r => {
        delete r.discovered;
        r.provider = { type: 'GENERIC', issuer: r.provider.issuer };
      }, '8.7'),
  ],
  [
    'config.secret-assumed',
    () => written(r => delete r.components.orchestration.secret),
  ],
  [
    'config.admin-user-missing',
    () => written(r => delete r.components.orchestration.adminUsers),
  ],
  [
    'config.component-missing',
    () =>
      writeConfig(inVersion(genericRecord(), '8.9'), DEFAULT_PROVIDER_CONTEXT, {
        format: 'helm',
        camundaVersion: '8.10',
      }).findings,
  ],
  [
    'config.dollar-expanded',
    () => written(r => (r.components.identity.clientId = 'a${HOME}b')),
  ],
  [
    'config.machine-client-elsewhere',
    () => written(r => (r.machineClients = [WORKER])),
  ],
  [
    'config.machine-client',
    () => {
      const record: any = inVersion(genericRecord(), '8.9');
      record.machineClients = [WORKER];
      const { combined } = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
        format: 'env',
        style: 'compose',
      });
      return readConfig(
        {
          format: 'env',
          content: combined.content,
          camundaVersion: '8.9',
        },
        DEFAULT_PROVIDER_CONTEXT,
      ).findings;
    },
  ],
  [
    'config.value-missing',
    () => written(r => delete r.components.optimize.audience),
  ],
  [
    'config.client-id-awaited',
    () => setup(r => (r.components.optimize.clientId = '<client ID>')),
  ],
  ['config.setup-one-audience', () => setup(() => {})],
  [
    'config.initial-claim-applied',
    () => {
      const record: any = genericRecord();
      record.initialClaim.state = 'set';
      return compareConfig(record, DEFAULT_PROVIDER_CONTEXT, {
        format: 'helm',
        content: auth('identity:\n  initialClaimValue: "somebody-else"'),
      }).findings;
    },
  ],
];

it.each(READ)(
  '%s is read (%s, %s)',
  (code, camundaVersion, format, content) => {
    const { findings } = readConfig(
      { format, content, camundaVersion },
      DEFAULT_PROVIDER_CONTEXT,
    );
    expect(codesOf(findings)).toContain(code);
  },
);

it.each(WRITTEN)('%s is written', (code, write) => {
  expect(codesOf(write())).toContain(code);
});

it('there is a case for every code', () => {
  const covered: string[] = [
    ...READ.map(([code]) => code),
    ...WRITTEN.map(([code]) => code),
    // Of the service that reads files; held in its own package.
    'config.answer-capped',
  ];
  expect(
    FINDINGS.map(({ code }) => code).filter(
      code => code.startsWith('config.') && !covered.includes(code),
    ),
  ).toEqual([]);
});
