import { UNSET_PROPERTIES } from '../../camunda/properties/unset';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import type { CamundaVersion } from '../../camunda';
import type { ConfigFormat } from '../types';
import { upgradeValues } from '../upgrade/upgradeValues';
import { readConfig } from './readConfig';
import { inForm } from './unsetFindings';

const SECRET = 'N0t-a-real~Secret.77';

const read = (
  format: ConfigFormat,
  camundaVersion: CamundaVersion,
  content: string,
) => readConfig({ format, camundaVersion, content }, DEFAULT_PROVIDER_CONTEXT);

const indent = (text: string, by: number) =>
  text.replace(/^(?=.)/gm, ' '.repeat(by));

/** Values as a team in a bakery has them. */
const VALUES = `global:
  identity:
    auth:
      type: GENERIC
      issuer: https://login.bakery.example/realms/oven
      issuerBackendUrl: https://login.bakery.example/realms/oven
      identity:
        clientId: rye
        existingSecret: ${SECRET}
identity:
  fullURL: https://rye.bakery.example
`;

describe('values are read where they stand', () => {
  const places: Array<[string, string, string]> = [
    [
      'HelmRelease',
      `kind: HelmRelease\nmetadata: {name: bread}\nspec:\n  values:\n${indent(
        VALUES,
        4,
      )}`,
      'HelmRelease bread, spec.values',
    ],
    [
      'Application, as a map',
      `kind: Application\nmetadata: {name: bread}\nspec:\n  source:\n    helm:\n      valuesObject:\n${indent(
        VALUES,
        8,
      )}`,
      'spec.source.helm.valuesObject',
    ],
    [
      'Application, as a text',
      `kind: Application\nmetadata: {name: bread}\nspec:\n  sources:\n    - helm:\n        values: |\n${indent(
        VALUES,
        10,
      )}`,
      'helm.values',
    ],
    [
      'ConfigMap',
      `kind: ConfigMap\nmetadata: {name: bread}\ndata:\n  values.yaml: |\n${indent(
        VALUES,
        4,
      )}`,
      'ConfigMap bread, values.yaml',
    ],
    [
      'HelmChart of k3s',
      `kind: HelmChart\nmetadata: {name: bread}\nspec:\n  valuesContent: |-\n${indent(
        VALUES,
        4,
      )}`,
      'spec.valuesContent',
    ],
    ['a parent chart', `oven:\n${indent(VALUES, 2)}`, 'oven'],
    [
      'a List',
      `kind: List\nitems:\n  - kind: Namespace\n    metadata: {name: x}\n  - kind: HelmRelease\n    metadata: {name: bread}\n    spec:\n      values:\n${indent(
        VALUES,
        8,
      )}`,
      'HelmRelease bread',
    ],
    [
      'several documents',
      `kind: Namespace\nmetadata: {name: x}\n---\nkind: HelmRelease\nmetadata: {name: bread}\nspec:\n  values:\n${indent(
        VALUES,
        4,
      )}`,
      'HelmRelease bread',
    ],
    [
      'a resource that nobody here knows',
      `kind: Loaf\nmetadata: {name: bread}\nspec:\n  forProvider:\n    values:\n${indent(
        VALUES,
        6,
      )}`,
      'Loaf bread',
    ],
  ];

  it.each(places)('%s', (_, content, place) => {
    const result = read('helm', '8.7', content);
    expect(result.values.components.identity).toMatchObject({
      clientId: 'rye',
      url: 'https://rye.bakery.example',
    });
    const wrapped = result.findings.find(
      ({ code }) => code === 'config.wrapped',
    );
    expect(wrapped?.message).toContain(place);
    // The line is that of the whole file.
    const { line } = result.sources['components.identity.clientId'];
    expect(content.split('\n')[line - 1]).toContain('clientId: rye');
    expect(JSON.stringify(result)).not.toContain(SECRET);
    expect(result.findings.map(({ code }) => code)).toContain(
      'config.literal-secret',
    );
  });

  const isText = (name: string) => /as a text|ConfigMap|k3s/.test(name);

  it.each(places.filter(([name]) => isText(name)))(
    '%s: an upgrade says that it is a text within another document',
    (_, content) => {
      expect(() => upgradeValues({ from: '8.7', to: '8.8', content })).toThrow(
        'as a text',
      );
    },
  );

  it.each(places.filter(([name]) => !isText(name)))(
    '%s: an upgrade goes in',
    (_, content) => {
      const result = upgradeValues({ from: '8.7', to: '8.8', content });
      expect(result.changes.map(({ key }) => key)).toContain(
        'global.identity.auth.enabled',
      );
      expect(JSON.stringify(result)).not.toContain(SECRET);
      // It was written where the reader finds it.
      const again = read('helm', '8.8', result.content);
      expect(JSON.stringify(again.findings)).not.toContain(
        'auth.enabled is not',
      );
      expect(again.values.components.identity).toMatchObject({
        clientId: 'rye',
      });
    },
  );

  it('a parent chart hands its globals down', () => {
    const [global, own] = VALUES.split(/^(?=identity:)/m);
    const { values } = read(
      'helm',
      '8.7',
      `${global}bread:\n${indent(own, 2)}`,
    );
    expect(values.components.identity).toMatchObject({
      clientId: 'rye',
      url: 'https://rye.bakery.example',
    });
  });
});

describe('variables are read where they stand', () => {
  const VARIABLES: Array<[string, string]> = [
    ['CAMUNDA_IDENTITY_TYPE', 'GENERIC'],
    ['CAMUNDA_IDENTITY_ISSUER', 'https://login.bakery.example/realms/oven'],
    ['CAMUNDA_IDENTITY_CLIENT_ID', 'rye'],
    ['CAMUNDA_IDENTITY_CLIENT_SECRET', SECRET],
    ['IDENTITY_INITIAL_CLAIM_VALUE', 'baker'],
  ];
  const lines = (line: (name: string, value: string) => string) =>
    VARIABLES.map(([name, value]) => line(name, value)).join('\n');

  it.each([
    ['export lines', lines((name, value) => `export ${name}="${value}"`)],
    [
      'docker run',
      `docker run -d --name rye \\\n${lines(
        (name, value) => `  -e ${name}='${value}' \\`,
      )}\n  camunda/identity:8.7.0\n`,
    ],
    [
      'Compose, through an anchor',
      `x-oven: &oven\n${lines(
        (name, value) => `  ${name}: ${value}`,
      )}\nservices:\n  rye:\n    image: camunda/identity:8.7.0\n    environment:\n      <<: *oven\n`,
    ],
    [
      'a Deployment',
      `kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: rye\n          image: registry.example/camunda/identity@sha256:1\n          env:\n${lines(
        (name, value) => `            - {name: ${name}, value: ${value}}`,
      )}\n`,
    ],
    [
      'envFrom a ConfigMap beside it',
      `kind: ConfigMap\nmetadata: {name: oven}\ndata:\n${lines(
        (name, value) => `  ${name}: ${value}`,
      )}\n---\nkind: Pod\nspec:\n  containers:\n    - name: rye\n      image: camunda/identity:8.7.0\n      envFrom:\n        - configMapRef: {name: oven}\n`,
    ],
    [
      'a task definition of ECS',
      JSON.stringify({
        containerDefinitions: [
          {
            name: 'rye',
            image: 'camunda/identity:8.7.0',
            environment: VARIABLES.map(([name, value]) => ({ name, value })),
          },
        ],
      }),
    ],
  ])('%s', (_, content) => {
    const result = read('env', '8.7', content);
    expect(result.values).toMatchObject({
      provider: { issuer: 'https://login.bakery.example/realms/oven' },
      components: { identity: { clientId: 'rye' } },
      initialClaim: { value: 'baker' },
    });
    expect(JSON.stringify(result)).not.toContain(SECRET);
    expect(result.findings.map(({ code }) => code)).toContain(
      'config.literal-secret',
    );
  });

  it('.properties', () => {
    const result = read(
      'application-yaml',
      '8.9',
      `camunda.security.authentication.method=oidc\ncamunda.security.authentication.oidc.clientId=rye\ncamunda.security.authentication.oidc.client-secret=${SECRET}\ncamunda.security.authentication.oidc.redirect-uri: https://rye.bakery.example/sso-callback\n`,
    );
    expect(result.values.components.orchestration).toMatchObject({
      clientId: 'rye',
      url: 'https://rye.bakery.example',
    });
    expect(JSON.stringify(result)).not.toContain(SECRET);
  });

  it('variables and image go before the name', () => {
    const { values } = read(
      'env',
      '8.7',
      'services:\n  operate-db:\n    image: postgres\n    environment: {POSTGRES_USER: x}\n  operate:\n    environment:\n      CAMUNDA_TASKLIST_IDENTITY_CLIENTID: crumb\n      CAMUNDA_TASKLIST_IDENTITY_AUDIENCE: crumb-api\n',
    );
    expect(values.components).toMatchObject({
      tasklist: { clientId: 'crumb' },
    });
  });

  it('more of them elsewhere: what is missing may be there', () => {
    const { findings } = read(
      'env',
      '8.7',
      'services:\n  rye:\n    image: camunda/identity:8.7.0\n    env_file: [oven.env]\n    environment: {CAMUNDA_IDENTITY_TYPE: GENERIC}\n',
    );
    expect(findings.map(({ code }) => code)).toContain(
      'config.variables-elsewhere',
    );
    expect(
      findings.filter(
        ({ code, result }) => code === 'config.unset-key' && result !== 'info',
      ),
    ).toEqual([]);
  });
});

describe('a file that is something else', () => {
  it.each<[ConfigFormat, string]>([
    ['helm', 'flour: 500\nwater: 350\n'],
    ['env', 'FLOUR=500\n'],
    ['application-yaml', 'oven:\n  heat: 250\n'],
    ['kubernetes-secret', 'kind: Namespace\n'],
    ['env', 'kind: Service\nspec: {ports: [{port: 80}]}\n'],
  ])('%s: %j says so', (format, content) => {
    const { findings } = read(format, '8.8', content);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'config.nothing-recognised',
        result: 'warn',
      }),
    );
  });

  it('of another form is read as what it is', () => {
    const result = read('helm', '8.7', 'CAMUNDA_IDENTITY_CLIENT_ID=rye\n');
    expect(result.format).toBe('env');
    expect(result.values.components.identity).toMatchObject({
      clientId: 'rye',
    });
    expect(result.findings.map(({ code }) => code)).toContain(
      'config.other-form',
    );
  });
});

describe('an open world', () => {
  const cluster = (body: string) =>
    `orchestration:\n  security:\n    authentication:\n      oidc:\n        clientId: rye\n${indent(
      body,
      8,
    )}`;
  const said = (version: CamundaVersion, content: string, key: string) =>
    read('helm', version, content)
      .findings.filter(({ evidence }) => evidence?.key === key)
      .map(({ code, result, remedy }) => [code, result, remedy]);

  it('known and not managed', () => {
    const { findings } = read(
      'helm',
      '8.9',
      `${VALUES}orchestration:\n  clusterSize: "5"\n`,
    );
    expect(JSON.stringify(findings)).not.toContain('clusterSize');
  });

  it('misspelled: a warning with the nearest name', () => {
    const key = 'orchestration.security.authentication.oidc.usernameCliam';
    expect(said('8.9', cluster('usernameCliam: email\n'), key)).toEqual([
      [
        'config.unknown-key',
        'warn',
        'Write orchestration.security.authentication.oidc.usernameClaim.',
      ],
    ]);
  });

  it('of another version: no effect, and why', () => {
    expect(
      said(
        '8.8',
        `${VALUES}zeebe:\n  cpuThreadCount: 3\n`,
        'zeebe.cpuThreadCount',
      ),
    ).toEqual([['config.ignored-key', 'warn', undefined]]);
  });

  it('refused', () => {
    const key = 'orchestration.security.authentication.oidc.existingSecretKey';
    expect(
      said('8.9', cluster('existingSecretKey: k\n'), key)[0].slice(0, 2),
    ).toEqual(['config.refused-key', 'fail']);
  });

  it('a list where a text belongs, an endpoint where an issuer belongs', () => {
    const { findings } = read(
      'helm',
      '8.8',
      VALUES.replace(
        /issuer: .*/,
        'issuer: https://login.bakery.example/.well-known/openid-configuration',
      ).replace('clientId: rye', 'clientId: [rye, wheat]'),
    );
    expect(
      findings.filter(({ code }) => code === 'config.value-form'),
    ).toHaveLength(2);
  });

  it('expressions of other tools are no faults', () => {
    const { findings } = read(
      'helm',
      '8.7',
      VALUES.replace(
        /issuer: .*/,
        'issuer: "{{ .Values.oven.issuer }}"',
      ).replace(/fullURL: .*/, 'fullURL: https://${HOST}'),
    );
    const codes = findings.map(({ code }) => code);
    expect(codes).toContain('config.expression');
    expect(codes).not.toContain('config.value-form');
  });

  it('the same setting in a file within the values', () => {
    const without = read('helm', '8.9', cluster(''));
    const within = read(
      'helm',
      '8.9',
      `${cluster(
        '',
      )}  extraConfiguration:\n    - file: oven.yaml\n      content: |\n        camunda:\n          security:\n            authentication:\n              oidc:\n                redirect-uri: https://rye.bakery.example/sso-callback\n`,
    );
    const lacks = (result: typeof within) =>
      JSON.stringify(result.findings).includes('oidc.redirectUrl');
    expect([lacks(without), lacks(within)]).toEqual([true, false]);
    expect(within.values.components.orchestration.url).toBe(
      'https://rye.bakery.example',
    );
  });
});

describe('values', () => {
  const codes = (...of: Parameters<typeof read>) =>
    read(...of).findings.map(({ code }) => code);

  it('set by hand are read, and their secrets masked', () => {
    const content = `helm upgrade oven camunda/camunda-platform \\\n  --set global.identity.auth.type=GENERIC,global.identity.auth.issuer=https://login.bakery.example \\\n  --set-string global.identity.auth.identity.existingSecret=${SECRET}\n`;
    const result = read('helm', '8.7', content);
    expect(result.values.provider).toMatchObject({
      issuer: 'https://login.bakery.example',
    });
    expect(JSON.stringify(result)).not.toContain(SECRET);
  });

  it.each([
    [
      'common',
      'https://login.microsoftonline.com/common/v2.0',
      'record.entra-shared-tenant',
    ],
    [
      'that of v1.0',
      'https://sts.windows.net/6d1f0a52-3b7c-4e19-8f24-9a0c5be7d310/',
      'config.value-form',
    ],
  ])('an Entra issuer that is %s', (_, issuer, code) => {
    expect(
      codes(
        'helm',
        '8.9',
        `global: {identity: {auth: {type: MICROSOFT, issuer: "${issuer}"}}}`,
      ),
    ).toContain(code);
  });

  it('profiles of an older version at the cluster', () => {
    expect(
      codes(
        'env',
        '8.8',
        'services: {camunda: {image: "camunda/camunda:8.8.0", environment: {SPRING_PROFILES_ACTIVE: "broker,identity-auth", CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENT_ID: rye}}}',
      ),
    ).toContain('config.value-form');
  });

  it('of a documented alternative are named, and nothing is demanded', () => {
    const { findings } = read(
      'application-yaml',
      '8.9',
      `camunda.security:
  authentication:
    method: oidc
    oidc:
      client-id: rye
      client-authentication-method: private_key_jwt
      assertion: {keystore: {path: /rye.p12, key-alias: rye}}
      authorization-uri: https://login.bakery.example/auth
      token-uri: https://login.bakery.example/token
      jwk-set-uri: https://login.bakery.example/keys
      additional-jwk-set-uris: [https://login.bakery.example/more]
      end-session-endpoint-uri: https://login.bakery.example/logout
      redirect-uri: https://rye.bakery.example/sso-callback
      client-id-claim: azp
      audiences: [rye]
  initialization:
    default-roles:
      admin: {groups: [bakers]}
`,
    );
    expect(findings.map(({ code, result }) => [code, result])).toEqual([
      ['config.beyond-record', 'info'],
    ]);
  });
});

it.each(['helm', 'env', 'application-yaml'] as const)(
  'what is no record is linted as far as it goes: %s',
  format => {
    for (const content of [
      'global: {identity: {auth: {type: MICROSOFT, issuer: nonsense}}}',
      'global: {identity: {auth: {identity: {clientId: {a: [1]}}}}}',
      'CAMUNDA_IDENTITY_ISSUER=::::',
      'camunda: {identity: {issuer: [], base-url: 12}}',
      'identity: {fullURL: "https://"}',
      'connectors: {security: {authentication: {oidc: {tokenScope: x}}}}',
    ])
      expect(() => read(format, '8.8', content)).not.toThrow();
  },
);

it('what stands in a store is set, and no value of a record', () => {
  const task = JSON.stringify({
    containerDefinitions: [
      {
        name: 'core',
        image: 'camunda/camunda:8.8.2',
        environment: [
          {
            name: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTID',
            value: 'rye',
          },
        ],
        secrets: [
          {
            name: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTSECRET',
            valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x',
          },
        ],
      },
    ],
  });
  const { values, findings } = read('env', '8.8', task);
  expect(values.components).toEqual({ orchestration: { clientId: 'rye' } });
  expect(JSON.stringify(findings)).not.toMatch(/elsewhere\)|CLIENTSECRET/);
});

it('the line to add is one line of the form', () => {
  const lines = UNSET_PROPERTIES.flatMap(rule =>
    (['env', 'application-yaml'] as const).map(form => inForm(rule, form).add),
  );
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter(text => / \([a-z][\w.[\]-]+: |\[n\]/.test(text))).toEqual(
    [],
  );
});

it.each([
  [
    'application-yaml',
    `camunda.security.authentication.providers.oidc.corp.client-id=rye
camunda.security.authentication.providers.oidc.corp.groups-claim=groups
camunda.security.authentication.providers.oidc.corp.prefer-id-token-claims=true
`,
  ],
  [
    'env',
    `CAMUNDA_SECURITY_AUTHENTICATION_PROVIDERS_OIDC_CORP_CLIENTID=rye
CAMUNDA_SECURITY_AUTHENTICATION_PROVIDERS_OIDC_CORP_GROUPSCLAIM=groups
CAMUNDA_SECURITY_AUTHENTICATION_PROVIDERS_OIDC_CORP_PREFER_ID_TOKEN_CLAIMS=true
`,
  ],
] as const)(
  'each of several providers has every property: %s',
  (format, text) => {
    const { findings, unknown } = read(format, '8.10', text);
    expect(unknown).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain(
      'config.several-providers',
    );
    // A misspelled one is still found.
    expect(
      read(format, '8.10', text.replace(/groups-?claim/i, 'grups-clam'))
        .unknown,
    ).toHaveLength(1);
  },
);
