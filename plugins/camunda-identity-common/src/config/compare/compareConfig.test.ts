import {
  CAMUNDA_VERSIONS,
  hasOrchestrationCluster,
  type CamundaVersion,
} from '../../camunda';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
  withContextPaths,
} from '../../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import type { ConfigFormat, ConfigOptions } from '../types';
import { writeConfig } from '../writeConfig';
import { compareConfig } from './compareConfig';

const FORMS: ConfigOptions[] = [
  { format: 'helm' },
  { format: 'env', style: 'dotenv' },
  { format: 'env', style: 'compose' },
  { format: 'env', style: 'kubernetes' },
  { format: 'application-yaml' },
  { format: 'kubernetes-secret' },
];

const compare = (
  record: ReturnType<typeof genericRecord>,
  format: ConfigFormat,
  content: string,
  camundaVersion?: CamundaVersion,
) =>
  compareConfig(record, DEFAULT_PROVIDER_CONTEXT, {
    format,
    content,
    camundaVersion,
  });

describe.each(CAMUNDA_VERSIONS)('%s', version => {
  it.each([
    ['generic', inVersion(genericRecord(), version)],
    ['microsoft', inVersion(microsoftRecord(), version)],
    ['context paths', withContextPaths(inVersion(genericRecord(), version))],
  ])('%s: what was written does not differ', (_, record) => {
    for (const options of FORMS) {
      if (
        options.format === 'application-yaml' &&
        !hasOrchestrationCluster(version)
      )
        continue;
      const { content } = writeConfig(
        record,
        DEFAULT_PROVIDER_CONTEXT,
        options,
      ).combined;
      const { differences } = compare(record, options.format, content);
      expect({ options, differences }).toEqual({ options, differences: [] });
    }
  });
});

it('names key, line, expected and actual', () => {
  const record = genericRecord();
  const values = `global:
  identity:
    auth:
      issuer: https://other.example.com
      identity:
        clientId: "identity"
`;
  const { differences } = compare(record, 'helm', values);
  expect(differences).toContainEqual({
    key: 'global.identity.auth.issuer',
    line: 4,
    expected: 'https://idp.example.com/realms/payments',
    actual: 'https://other.example.com',
    meaning: expect.stringContaining('401'),
  });
  expect(differences).toContainEqual({
    key: 'global.identity.auth.optimize.redirectUrl',
    expected: 'https://optimize.example.com',
    actual: null,
    meaning: expect.stringContaining('localhost'),
  });
  const keys = differences.map(({ key }) => key);
  expect(keys).not.toContain('global.identity.auth.identity.clientId');
  // The chart's own default is that very value.
  expect(keys).not.toContain('global.identity.auth.optimize.clientId');
});

it('compares only the containers that a file has, and says so', () => {
  const { differences, findings } = compare(
    genericRecord(),
    'env',
    'CAMUNDA_IDENTITY_TYPE=GENERIC\nCAMUNDA_IDENTITY_BASE_URL=https://identity.example.com/\n',
  );
  expect(differences.map(({ container }) => container)).toEqual(
    differences.map(() => 'identity'),
  );
  expect(differences.map(({ key }) => key)).toContain(
    'CAMUNDA_IDENTITY_ISSUER',
  );
  // A slash at the end of a base URL is no difference.
  expect(differences.map(({ key }) => key)).not.toContain(
    'CAMUNDA_IDENTITY_BASE_URL',
  );
  expect(findings.map(({ code }) => code)).toContain(
    'config.component-missing',
  );
});

const LITERAL = 'hunter2-Zx9!kkQ';

it.each<[string, ConfigFormat, CamundaVersion, string, number]>([
  [
    'existingSecret up to 8.7',
    'helm',
    '8.7',
    `global:\n  identity:\n    auth:\n      optimize:\n        existingSecret: ${LITERAL}\n`,
    5,
  ],
  [
    'existingSecret in 8.8',
    'helm',
    '8.8',
    `global:\n  identity:\n    auth:\n      identity:\n        existingSecret: ${LITERAL}\n`,
    5,
  ],
  [
    'inlineSecret',
    'helm',
    '8.9',
    `orchestration:\n  security:\n    authentication:\n      oidc:\n        secret:\n          inlineSecret: ${LITERAL}\n`,
    6,
  ],
  [
    'a secret in the place of a Secret’s name',
    'helm',
    '8.9',
    `global:\n  identity:\n    auth:\n      identity:\n        secret:\n          existingSecret: ${LITERAL}\n`,
    6,
  ],
  [
    'the default of a variable',
    'env',
    '8.7',
    `# identity\nCAMUNDA_IDENTITY_CLIENT_SECRET=\${X:-${LITERAL}}\n`,
    2,
  ],
  [
    'dotenv',
    'env',
    '8.7',
    `# identity\nCAMUNDA_IDENTITY_CLIENT_SECRET=${LITERAL}\n`,
    2,
  ],
  [
    'Compose',
    'env',
    '8.7',
    `services:\n  identity:\n    environment:\n      - CAMUNDA_IDENTITY_CLIENT_SECRET=${LITERAL}\n`,
    4,
  ],
  [
    'Kubernetes',
    'env',
    '8.7',
    `spec:\n  containers:\n    - name: identity\n      env:\n        - name: CAMUNDA_IDENTITY_CLIENT_SECRET\n          value: ${LITERAL}\n`,
    5,
  ],
  [
    'application.yaml',
    'application-yaml',
    '8.8',
    `camunda:\n  identity:\n    client-secret: ${LITERAL}\n`,
    3,
  ],
  [
    'Secret',
    'kubernetes-secret',
    '8.7',
    `kind: Secret\nmetadata:\n  name: camunda-oidc\nstringData:\n  identity: ${LITERAL}\n`,
    5,
  ],
])('masks a secret: %s', (_, format, version, content, line) => {
  const comparison = compare(
    inVersion(genericRecord(), version),
    format,
    content,
  );
  expect(JSON.stringify(comparison)).not.toContain(LITERAL);
  expect(comparison.findings).toContainEqual(
    expect.objectContaining({
      code: 'config.literal-secret',
      evidence: expect.objectContaining({ line }),
    }),
  );
});

it('says which keys a chart ignores, refuses or takes for something else', () => {
  const page = `global:
  identity:
    auth:
      operate:
        clientId: operate
      identity:
        existingSecret: my-identity-secret
      issuerr: https://idp.example.com
`;
  const codes = (version: CamundaVersion) =>
    compare(inVersion(genericRecord(), version), 'helm', page).findings.map(
      ({ code, evidence }) => `${code} ${evidence?.line}`,
    );
  expect(codes('8.8')).toEqual(
    expect.arrayContaining([
      'config.ignored-key 5',
      'config.key-meaning 7',
      'config.unknown-key 8',
    ]),
  );
  expect(codes('8.9')).toEqual(
    expect.arrayContaining(['config.ignored-key 5', 'config.refused-key 7']),
  );
});

it('an unquoted claim that YAML reads as something else', () => {
  const { findings } = compare(
    genericRecord(),
    'helm',
    'global:\n  identity:\n    auth:\n      identity:\n        initialClaimValue: "0123456789"\n',
  );
  expect(findings.map(({ code }) => code)).toContain('config.unquoted-claim');
});

it.each([
  ['a: [1', 'line 1'],
  ['a: 1\na: 2', 'line 2'],
  ['- 1', 'expected keys'],
])('a file that cannot be read: %j', (content, message) => {
  expect(() => compare(genericRecord(), 'helm', content)).toThrow(message);
});

it('an alias bomb ends', () => {
  const bomb = `a: &a {x: 1, y: 2}\n${Array.from(
    { length: 30 },
    (_, i) =>
      `b${i}: &b${i} {p: *${i ? `b${i - 1}` : 'a'}, q: *${
        i ? `b${i - 1}` : 'a'
      }}`,
  ).join('\n')}\n`;
  expect(() => compare(genericRecord(), 'helm', bomb)).toThrow('too many keys');
});
