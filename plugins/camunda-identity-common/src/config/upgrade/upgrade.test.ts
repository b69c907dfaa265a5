import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CAMUNDA_VERSIONS, chartKeyRule } from '../../camunda';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../../__fixtures__/records';
import { createConnectionSchema } from '../../connections';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import { parseYaml } from '../read/parseYaml';
import { keysOfPart } from '../read/sources/keysOf';
import { readConfig } from '../read';
import { writeConfig } from '../writeConfig';
import { upgradeRecord } from './upgradeRecord';
import { upgradeValues } from './upgradeValues';

const keysIn = (content: string) =>
  parseYaml(content).flatMap(
    file =>
      keysOfPart({
        file,
        node: file.document.contents,
        offset: 0,
        prefix: [],
        depth: 0,
      }).keys,
  );

const golden = (name: string) =>
  readFileSync(join(__dirname, '..', '__golden__', name), 'utf8');

const PAIRS = CAMUNDA_VERSIONS.flatMap((from, index) =>
  CAMUNDA_VERSIONS.slice(index + 1).map(to => [from, to] as const),
);

describe.each(PAIRS)('values from %s to %s', (from, to) => {
  it.each(['generic', 'microsoft'])(
    '%s: no key that the chart ignores, refuses or takes for something else is left',
    type => {
      const { content, changes } = upgradeValues({
        from,
        to,
        content: golden(`${from}-${type}-values.yaml`),
      });
      const left = keysIn(content)
        .map(({ path }) => path.join('.'))
        .filter(path => chartKeyRule(path, to));
      expect(left).toEqual([]);
      // Every change names a line of the file that was given.
      for (const { line, key } of changes)
        expect({ key, line }).toEqual({ key, line: expect.any(Number) });
      // A second time there is nothing left to do.
      expect(upgradeValues({ from: to, to, content }).changes).toEqual([]);
    },
  );
});

it('8.7 to 8.9: what is said stays said', () => {
  const { content } = upgradeValues({
    from: '8.7',
    to: '8.9',
    content: golden('8.7-generic-values.yaml'),
  });
  const { values } = readConfig(
    { format: 'helm', content, camundaVersion: '8.9' },
    DEFAULT_PROVIDER_CONTEXT,
  );
  const secret = (key: string) => ({
    kubernetesSecret: { name: 'camunda-oidc', key },
  });
  expect(values.components).toMatchObject({
    identity: {
      url: 'https://identity.example.com',
      clientId: 'identity',
      audience: 'identity-api',
      secret: secret('identity'),
    },
    optimize: { clientId: 'optimize', secret: secret('optimize') },
    orchestration: {
      url: 'https://operate.example.com',
      clientId: 'operate',
      audience: 'zeebe-api',
      secret: secret('operate'),
    },
    connectors: { clientId: 'connectors', secret: secret('connectors') },
  });
  expect(parse(content).global.identity.auth.enabled).toBe(true);
  expect(parse(content).global.security.authentication.method).toBe('oidc');
});

const PAGE = `# ours
global:
  identity:
    auth:
      type: GENERIC
      identity:
        clientId: id # a remark
        existingSecret: hunter2-Zx9
      optimize:
        existingSecret: {name: opt}
      tasklist:
        clientId: tasklist
identity:
  externalDatabase:
    host: db
    password: hunter3
identityKeycloak:
  enabled: false
`;

it('the same existingSecret line: the secret itself never comes back', () => {
  const { content, changes, masked } = upgradeValues({
    from: '8.7',
    to: '8.10',
    content: PAGE,
  });
  expect(content).not.toContain('hunter');
  expect(content).toContain('# ours');
  expect(content).toContain('# a remark');
  const values = parse(content);
  expect(values.global.identity.auth.identity.secret).toEqual({
    existingSecret: '<NAME_OF_THE_KUBERNETES_SECRET>',
    existingSecretKey: 'identity-secret',
  });
  expect(values.global.identity.auth.optimize.secret).toEqual({
    existingSecret: 'opt',
    existingSecretKey: 'optimize-secret',
  });
  expect(values.identity.externalDatabase.host).toBe('db');
  expect(values.identityKeycloak).toBeUndefined();
  // The chart of 8.10 refuses the password, so it has moved as well.
  expect(masked).toEqual([]);
  expect(values.identity.externalDatabase.secret).toEqual({
    existingSecret: '<NAME_OF_THE_KUBERNETES_SECRET>',
  });
  expect(
    changes.map(({ key, line, kind }) => `${line} ${kind} ${key}`),
  ).toEqual(
    expect.arrayContaining([
      '8 refused global.identity.auth.identity.existingSecret',
      '10 refused global.identity.auth.optimize.existingSecret.name',
      '12 dead global.identity.auth.tasklist.clientId',
      '18 refused identityKeycloak.enabled',
    ]),
  );
});

it('a secret in an env list, behind an anchor or in a comment does not come back', () => {
  const { content, masked } = upgradeValues({
    from: '8.7',
    to: '8.8',
    content: `x-secret: &s hunter2-Zx9 # was hunter2-Zx9
identity:
  env:
    - name: CAMUNDA_IDENTITY_CLIENT_SECRET
      value: hunter3-Zx9
    - name: SOME_PASSWORD
      value: abc
  copy:
    password: *s
`,
  });
  expect(content).not.toMatch(/hunter|abc/);
  expect(masked.map(({ line }) => line)).toEqual(
    expect.arrayContaining([4, 6]),
  );
});

it('8.7 to 8.8: the same line means something else', () => {
  const { changes } = upgradeValues({ from: '8.7', to: '8.8', content: PAGE });
  expect(changes).toContainEqual(
    expect.objectContaining({
      key: 'global.identity.auth.identity.existingSecret',
      kind: 'meaning',
      replacement: 'global.identity.auth.identity.secret.existingSecret',
    }),
  );
});

it('a file with nothing of Camunda in it is not one without changes', () => {
  const content = 'a: 1\n';
  const { findings, ...rest } = upgradeValues({
    from: '8.5',
    to: '8.10',
    content,
  });
  expect(rest).toEqual({ content, changes: [], masked: [] });
  expect(findings?.map(({ code }) => code)).toEqual([
    'config.nothing-recognised',
  ]);
});

it.each(['', '# only a comment\n'])('nothing to do: %j', content => {
  expect(upgradeValues({ from: '8.5', to: '8.10', content })).toEqual({
    content,
    changes: [],
    masked: [],
  });
});

it('anchors that would have to move are refused', () => {
  expect(() =>
    upgradeValues({
      from: '8.7',
      to: '8.8',
      content:
        'global:\n  identity:\n    auth:\n      operate:\n        clientId: &c op\n      optimize:\n        clientId: *c\n',
    }),
  ).toThrow('anchors');
});

describe('a record', () => {
  it.each([
    ['generic', genericRecord()],
    ['microsoft', microsoftRecord()],
  ])('%s: 8.7 to 8.8 and 8.10 is a record again', (_, record) => {
    for (const to of ['8.8', '8.9', '8.10'] as const) {
      const { components, questions } = upgradeRecord(record, to);
      const upgraded = createConnectionSchema().parse({
        ...record,
        camundaVersion: to,
        components,
      });
      expect(upgraded.components.orchestration?.clientId).toBe(
        record.components.operate?.clientId,
      );
      expect(questions.map(({ code }) => code)).toContain(
        'orchestration-admin-users',
      );
      // It can be written, and has no component left out.
      const { findings } = writeConfig(upgraded, DEFAULT_PROVIDER_CONTEXT, {
        format: 'helm',
      });
      expect(findings.map(({ code }) => code)).not.toContain(
        'config.component-missing',
      );
    }
  });

  it('8.9 to 8.10: Web Modeler becomes Hub, Console goes', () => {
    const { components, questions } = upgradeRecord(
      inVersion(genericRecord(), '8.9'),
      '8.10',
    );
    expect(Object.keys(components)).toEqual(
      expect.arrayContaining(['hub', 'orchestration']),
    );
    expect(components).not.toHaveProperty('webModeler');
    expect(components).not.toHaveProperty('console');
    expect(questions.map(({ code }) => code)).toEqual([
      'console-application',
      'hub-url',
    ]);
  });

  it('Zeebe alone is a question, not a guess', () => {
    const record = genericRecord();
    delete record.components.operate;
    delete record.components.tasklist;
    const { components, questions } = upgradeRecord(record, '8.8');
    expect(components).not.toHaveProperty('orchestration');
    expect(questions.map(({ code }) => code)).toContain(
      'orchestration-application',
    );
  });

  it('an older version is refused', () => {
    expect(() => upgradeRecord(genericRecord(), '8.7')).toThrow(RangeError);
  });
});

describe('versions that a file pins', () => {
  const questions = (content: string) =>
    upgradeValues({ from: '8.7', to: '8.8', content }).questions?.map(
      ({ text }) => text,
    ) ?? [];
  const auth =
    '{identity: {auth: {type: GENERIC, issuer: "https://sso.quay.example"}}}';

  it('are asked for: tags that the target reads', () => {
    expect(
      questions(
        `global: ${auth}\nidentity: {image: {tag: 8.7.3}}\noptimize: {image: {tag: 8.7.3}}\n`,
      ),
    ).toContainEqual(
      expect.stringMatching(
        /pinned to another version: identity\.image\.tag: 8\.7\.3 \(line 2\), optimize\.image\.tag: 8\.7\.3 \(line 3\)/,
      ),
    );
  });

  it('are asked for: the chart of the release', () => {
    expect(
      questions(
        `kind: HelmRelease\nmetadata: {name: c}\nspec:\n  chart: {spec: {chart: camunda-platform, version: 12.0.1}}\n  values: {global: ${auth}}\n`,
      ),
    ).toContainEqual(
      expect.stringMatching(/chart 12\.0\.1 \(line 4\), which is Camunda 8\.7/),
    );
  });

  it('are no question where they are those of the target', () => {
    expect(
      questions(`global: ${auth}\nidentity: {image: {tag: 8.8.1}}\n`).join(),
    ).not.toContain('pinned');
  });
});
