import { parse } from 'yaml';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../__fixtures__/records';
import {
  CAMUNDA_VERSIONS,
  since,
  until,
  versionsBetween,
  type CamundaVersion,
} from '../camunda';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { writeConfig } from './writeConfig';

/*
 * What the real charts make of each key (chart templates at camunda-platform-helm b5c494d2), kept apart
 * from the writers. A key that is ignored or refused must not be written; a default that breaks OIDC must
 * not be left.
 */
const A = 'global.identity.auth.';
const OIDC = 'security.authentication.oidc.';

/** Keys that no template of these versions reads, or that make the installation fail. */
const NEVER: Array<[from: CamundaVersion, key: RegExp]> = [
  ['8.8', /^global\.identity\.auth\.(operate|tasklist|zeebe)\./],
  ['8.8', /^global\.identity\.auth\.publicIssuerUrl$/],
  ['8.8', /^global\.identity\.auth\.identity\.redirectUrl$/],
  ['8.8', /^global\.identity\.auth\.connectors\./],
  ['8.8', /^global\.identity\.auth\.[a-z]+\.existingSecret/],
  ['8.9', /^global\.identity\.auth\.tokenUrl$/],
  ['8.10', /^global\.identity\.auth\.(console|webModeler)\./],
  ['8.10', /^identityKeycloak\./],
];

/** Component switches and databases are the team's. */
const OTHERS = /(^|\.)(enabled|externalDatabase|host)$/;
const OWN_SWITCHES = [`${A}enabled`, 'identityKeycloak.enabled'];

const SHARED = [
  `${A}issuer`,
  `${A}issuerBackendUrl`,
  `${A}jwksUrl`,
  `${A}type`,
  `${A}identity.clientId`,
  `${A}identity.audience`,
  `${A}identity.initialClaimValue`,
  `${A}optimize.clientId`,
  `${A}optimize.audience`,
  `${A}optimize.redirectUrl`,
  'identity.fullURL',
];

const UP_TO_8_7 = [
  ...SHARED,
  ...['operate', 'tasklist'].flatMap(name => [
    `${A}${name}.clientId`,
    `${A}${name}.audience`,
    `${A}${name}.redirectUrl`,
    `${A}${name}.existingSecret.name`,
    `${A}${name}.existingSecretKey`,
  ]),
  `${A}tokenUrl`,
  `${A}identity.existingSecret.name`,
  `${A}zeebe.clientId`,
  `${A}zeebe.existingSecret.name`,
  `${A}connectors.clientId`,
  `${A}connectors.existingSecret.name`,
  `${A}webModeler.redirectUrl`,
  `${A}console.redirectUrl`,
  `${A}console.wellKnown`,
  'identityKeycloak.enabled',
];

const FROM_8_8 = [
  ...SHARED,
  `${A}enabled`,
  `${A}identity.secret.existingSecret`,
  `${A}identity.secret.existingSecretKey`,
  `${A}optimize.secret.existingSecret`,
  `${A}optimize.secret.existingSecretKey`,
  'global.security.authentication.method',
  ...[
    'clientId',
    'audience',
    'redirectUrl',
    'usernameClaim',
    'clientIdClaim',
    'preferUsernameClaim',
    'scope',
    'secret.existingSecret',
    'secret.existingSecretKey',
  ].map(key => `orchestration.${OIDC}${key}`),
  'orchestration.security.initialization.defaultRoles.admin.users',
  'orchestration.security.initialization.defaultRoles.connectors.clients',
  ...['clientId', 'audience', 'secret.existingSecret'].map(
    key => `connectors.${OIDC}${key}`,
  ),
];

const NEEDED: ReadonlyArray<[readonly CamundaVersion[], string[]]> = [
  [until('8.7'), UP_TO_8_7],
  [since('8.8'), FROM_8_8],
  [versionsBetween('8.8', '8.8'), [`${A}tokenUrl`]],
  [
    versionsBetween('8.8', '8.9'),
    [
      `${A}console.wellKnown`,
      `${A}webModeler.redirectUrl`,
      'identityKeycloak.enabled',
    ],
  ],
  [since('8.10'), [`${A}camundaHub.clientId`, `${A}camundaHub.redirectUrl`]],
];

function flatten(value: any, path: string[] = []): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner))
      for (const [name, leaf] of flatten(inner, here)) leaves.set(name, leaf);
    else leaves.set(here.join('.'), inner);
  }
  return leaves;
}

function valuesOf(version: CamundaVersion, type: 'GENERIC' | 'MICROSOFT') {
  const record = inVersion(
    type === 'GENERIC' ? genericRecord() : microsoftRecord(),
    version,
  );
  const { combined, findings } = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
    format: 'helm',
  });
  expect(findings).toEqual([]);
  return flatten(parse(combined.content, { version: '1.1' }));
}

const CASES = CAMUNDA_VERSIONS.flatMap(version =>
  (['GENERIC', 'MICROSOFT'] as const).map(type => [version, type] as const),
);

describe.each(CASES)('chart of %s, %s', (version, type) => {
  const values = valuesOf(version, type);
  const keys = [...values.keys()];

  it('has every key that it needs', () => {
    const needed = NEEDED.flatMap(([versions, of]) =>
      versions.includes(version) ? of : [],
    );
    expect(needed.filter(key => !values.has(key))).toEqual([]);
  });

  it('has no key that is ignored or refused', () => {
    const at = CAMUNDA_VERSIONS.indexOf(version);
    const never = NEVER.filter(
      ([from]) => CAMUNDA_VERSIONS.indexOf(from) <= at,
    );
    expect(
      keys.filter(key => never.some(([, pattern]) => pattern.test(key))),
    ).toEqual([]);
  });

  it('leaves databases and switches of components to the team', () => {
    expect(
      keys.filter(key => OTHERS.test(key) && !OWN_SWITCHES.includes(key)),
    ).toEqual([]);
  });

  it('leaves no default that breaks OIDC', () => {
    const text = JSON.stringify([...values]);
    expect(text).not.toMatch(/localhost|well-known-uri|"demo"/);
  });
});

describe('claims of the cluster', () => {
  it('suit Entra, where every token has azp', () => {
    const values = valuesOf('8.8', 'MICROSOFT');
    expect(values.get(`orchestration.${OIDC}clientIdClaim`)).toBe('azp');
    expect(values.get(`orchestration.${OIDC}preferUsernameClaim`)).toBe(true);
    const clientId = values.get(`orchestration.${OIDC}clientId`);
    expect(values.get(`orchestration.${OIDC}scope`)).toEqual([
      'openid',
      'profile',
      'offline_access',
      `${clientId}/.default`,
    ]);
    expect(values.get(`connectors.${OIDC}tokenScope`)).toBe(
      `${clientId}/.default`,
    );
    expect(values.has('orchestration.env')).toBe(false);
    expect(valuesOf('8.9', 'MICROSOFT').get('orchestration.env')).toEqual([
      {
        name: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERINFOENABLED',
        value: 'false',
      },
    ]);
  });

  it('keep what the record says', () => {
    const record = inVersion(genericRecord(), '8.8');
    Object.assign(record.components.orchestration!, {
      usernameClaim: 'email',
      clientIdClaim: 'azp',
      preferUsernameClaim: true,
      groupsClaim: 'groups',
    });
    const { combined } = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
      format: 'env',
      component: 'orchestration',
    });
    expect(combined.content).toContain('OIDC_USERNAMECLAIM=email');
    expect(combined.content).toContain('OIDC_CLIENTIDCLAIM=azp');
    expect(combined.content).toContain('OIDC_PREFERUSERNAMECLAIM=true');
    expect(combined.content).toContain('OIDC_GROUPSCLAIM=groups');
  });

  it('make the holder of the initial claim an administrator, by name or by a mapping rule', () => {
    const record = inVersion(genericRecord(), '8.8');
    record.components.orchestration!.adminUsers = undefined;
    const options = { format: 'helm' } as const;
    const byRule = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options);
    expect(byRule.findings.map(({ code, result }) => [code, result])).toEqual([
      ['config.admin-user-missing', 'info'],
    ]);
    expect(
      (parse(byRule.combined.content) as any).orchestration.security
        .initialization,
    ).toEqual({
      defaultRoles: {
        // Without it the chart's own user "demo" would be one.
        admin: { users: [], mappingRules: ['initial-claim'] },
        connectors: { clients: ['connectors'] },
      },
      mappingRules: [
        {
          mappingRuleID: 'initial-claim',
          claimName: 'oid',
          claimValue: record.initialClaim.value,
        },
      ],
    });
    record.initialClaim = { name: 'preferred_username', value: 'alice' };
    const byName = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options);
    expect(byName.findings).toEqual([]);
    expect(byName.combined.content).toMatch(/users:\n\s+- "alice"/);
    expect(byName.combined.content).not.toContain('mappingRules');
  });

  it('take another way where the chart warns of its own key', () => {
    const record = inVersion(genericRecord(), '8.10');
    record.components.orchestration!.adminUsers = undefined;
    const { content } = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
      format: 'helm',
    }).combined;
    const { orchestration } = parse(content) as any;
    expect(orchestration.security.initialization.mappingRules).toBeUndefined();
    expect(orchestration.env).toContainEqual({
      name: 'CAMUNDA_SECURITY_INITIALIZATION_MAPPINGRULES_0_CLAIMNAME',
      value: 'oid',
    });
    expect(content).toMatch(
      /# Deprecated[^\n]*camunda\.security\.authentication\.oidc\.redirect-uri[^\n]*\n\s+redirectUrl:/,
    );
  });
});

describe('another version than the record’s', () => {
  it('leaves out what it lacks and names what it needs', () => {
    const { combined, findings } = writeConfig(
      genericRecord(),
      DEFAULT_PROVIDER_CONTEXT,
      { format: 'helm', camundaVersion: '8.10' },
    );
    expect(combined.content).not.toMatch(/operate|webModeler/);
    expect(findings.map(({ code, message }) => [code, message])).toEqual(
      expect.arrayContaining([
        [
          'config.component-missing',
          expect.stringContaining('Orchestration Cluster'),
        ],
        ['config.component-missing', expect.stringContaining('Camunda Hub')],
      ]),
    );
  });
});
