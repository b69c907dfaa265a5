/* eslint-disable jest/no-standalone-expect -- each case is a test only where its folder is present */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CamundaVersion } from '../camunda';
import type { ConnectionInput } from '../connections';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { compareConfig } from './compare/compareConfig';
import { readConfig } from './read';
import type { ConfigFormat } from './types';
import { upgradeValues } from './upgrade/upgradeValues';
import { writeConfig } from './writeConfig';

/*
 * Reports and files that people have published, where they are present. kinds.test.ts holds the same kinds of
 * fault with inputs of its own.
 */
const FOLDER =
  process.env.CONFIG_CASES ?? join(__dirname, '../../../../../shared/cases');
const present = existsSync(FOLDER);
const names = present ? readdirSync(FOLDER) : [];
const folderOf = (id: string) => names.find(name => name.startsWith(`${id}-`));

function input(id: string): string {
  const folder = join(FOLDER, folderOf(id)!);
  const file = ['input.yaml', 'input.env'].find(name =>
    existsSync(join(folder, name)),
  );
  return readFileSync(join(folder, file!), 'utf8');
}

function record(id: string): ConnectionInput {
  return JSON.parse(
    readFileSync(join(FOLDER, folderOf(id)!, 'record.json'), 'utf8'),
  );
}

function read(
  id: string,
  format: ConfigFormat,
  camundaVersion: CamundaVersion,
) {
  return readConfig(
    { format, content: input(id), camundaVersion },
    DEFAULT_PROVIDER_CONTEXT,
  );
}

function compare(id: string, format: ConfigFormat) {
  const of = record(id);
  return compareConfig(of, DEFAULT_PROVIDER_CONTEXT, {
    format,
    content: input(id),
  });
}

/** Faults: what is `info` is no fault. */
function faults({
  findings,
}: {
  findings: ReturnType<typeof read>['findings'];
}) {
  return findings.filter(
    ({ result }) => result === 'warn' || result === 'fail',
  );
}

const text = (value: unknown) => JSON.stringify(value);
const when = (id: string) => (folderOf(id) ? it : it.skip);

when('01')('01: UserInfo at Entra, and nothing else', () => {
  for (const result of [read('01', 'helm', '8.9'), compare('01', 'helm')]) {
    expect(faults(result)).toEqual([
      expect.objectContaining({
        code: 'config.unset-key',
        message: expect.stringMatching(
          /USERINFOENABLED.*500 at \/sso-callback/,
        ),
        remedy: expect.stringMatching(/user-info-enabled: false/),
      }),
    ]);
  }
  expect(compare('01', 'helm').differences.map(({ key }) => key)).toEqual(
    expect.arrayContaining([expect.stringMatching(/USERINFOENABLED/)]),
  );
});

when('03')('03: the scope of another application', () => {
  expect(faults(read('03', 'helm', '8.8'))).toContainEqual(
    expect.objectContaining({
      code: 'record.token-scope-application',
      message: expect.stringMatching(
        /tokenScope \(line \d+\).*Management Identity.*Orchestration Cluster/,
      ),
    }),
  );
});

when('06')('06: a block without effect', () => {
  const keys = [
    'global.identity.auth.enabled',
    'global.security.authentication.method',
  ];
  for (const key of [...keys, 'identity.enabled'])
    expect(text(read('06', 'helm', '8.8').findings)).toContain(
      `${key} is not set`,
    );
  const differing = compare('06', 'helm').differences.map(({ key }) => key);
  expect(differing).toEqual(expect.arrayContaining(keys));
  const { changes } = upgradeValues({
    from: '8.7',
    to: '8.8',
    content: input('06'),
  });
  expect(changes.map(({ key }) => key)).toEqual(
    expect.arrayContaining([...keys, 'identity.enabled']),
  );
});

when('07')('07: callback paths in base URLs', () => {
  const found = faults(read('07', 'helm', '8.8')).filter(
    ({ code }) => code === 'config.callback-in-base-url',
  );
  expect(found.map(({ remedy }) => remedy)).toEqual([
    'Write the base: https://works.harbour.example/optimize',
    'Write the base: https://works.harbour.example/modeler',
  ]);
});

when('08')('08: an audience that no token carries, in older names', () => {
  const result = read('08', 'env', '8.7');
  expect(result.values.components.operate).toMatchObject({
    url: 'https://operate.harbour.example',
    clientId: '000000a2-77aa-4bbb-8ccc-1234567890a2',
  });
  const codes = result.findings.map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining([
      'record.microsoft-audience',
      'config.preset-audience',
      'config.literal-secret',
      'config.old-key',
    ]),
  );
  expect(text(result.findings)).toContain('CAMUNDA_OPERATE_AUDIENCE');
  expect(text([result, compare('08', 'env')])).not.toContain('fake.Value');
});

when('10')('10: a gateway without the address of Identity', () => {
  const result = read('10', 'env', '8.5');
  expect(faults(result).map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /CAMUNDA_IDENTITY_BASEURL is not set for zeebe-gateway.*undefined scheme/,
    ),
  ]);
  expect(result.values).toMatchObject({
    provider: { issuerBackendUrl: 'https://sso.harbour.example/realms/works' },
    components: { zeebe: { audience: 'zeebe-api' } },
  });
  expect(text(compare('10', 'env'))).toContain('CAMUNDA_IDENTITY_BASEURL');
});

when('11')('11: what is written names Identity’s address', () => {
  const { files } = writeConfig(record('11'), DEFAULT_PROVIDER_CONTEXT, {
    format: 'env',
    style: 'compose',
  });
  for (const name of ['zeebe-gateway', 'operate', 'tasklist', 'connectors'])
    expect(files.find(({ path }) => path.startsWith(name))?.content).toContain(
      'CAMUNDA_IDENTITY_BASEURL',
    );
});

when('12')('12: an initial claim that is not applied any more', () => {
  const { differences, findings } = compare('12', 'env');
  expect(
    differences.find(({ key }) => key === 'IDENTITY_INITIAL_CLAIM_VALUE'),
  ).toMatchObject({
    takesEffect: false,
    meaning: expect.stringMatching(/database.*IDENTITY_MAPPINGRULES/),
  });
  expect(findings.map(({ code }) => code)).toContain(
    'config.initial-claim-applied',
  );
  expect(read('12', 'env', '8.7').unknown).toEqual([]);
});

when('14')('14: the provider type left out', () => {
  const result = read('14', 'helm', '8.7');
  expect(faults(result)[0]).toMatchObject({
    result: 'fail',
    message: expect.stringMatching(/auth\.type is not set: KEYCLOAK.*secret/),
    remedy: expect.stringContaining('GENERIC'),
  });
});

when('17')('17: keys of a compatibility helper', () => {
  const result = read('17', 'helm', '8.8');
  expect(result.values.components).toMatchObject({
    orchestration: { clientId: 'orchestration', audience: 'orchestration-api' },
    connectors: { clientId: 'connectors' },
  });
  expect(result.unknown).toEqual([]);
  const { content } = upgradeValues({
    from: '8.8',
    to: '8.9',
    content: input('17'),
  });
  const next = readConfig(
    { format: 'helm', content, camundaVersion: '8.9' },
    DEFAULT_PROVIDER_CONTEXT,
  );
  expect(next.values.components).toMatchObject(result.values.components);
  expect(content).not.toMatch(/^ {6}orchestration:/m);
});

when('20')('20: a misspelled variable', () => {
  const result = read('20', 'env', '8.9');
  expect(faults(result).map(({ message }) => message)).toEqual([
    expect.stringMatching(/OIDC_AUDIENCE .*no effect.*OIDC_AUDIENCES/),
  ]);
  expect(Object.keys(result.values.components).sort()).toEqual([
    'connectors',
    'identity',
    'orchestration',
  ]);
});

when('23')('23: values in a HelmRelease', () => {
  const result = read('23', 'helm', '8.7');
  expect(result.values.components.identity).toMatchObject({
    clientId: 'identity',
  });
  expect(text(result.findings)).toContain('HelmRelease camunda, spec.values');
  const { changes, content } = upgradeValues({
    from: '8.7',
    to: '8.8',
    content: input('23'),
  });
  expect(changes.length).toBeGreaterThan(0);
  expect(content).toContain('kind: HelmRelease');
  expect(text([result, changes, content])).not.toContain('fake.literal');
});

when('25')('25: Identity’s own application.yaml', () => {
  const result = read('25', 'application-yaml', '8.5');
  expect(result.values).toMatchObject({
    provider: { type: 'GENERIC', issuer: 'http://idp.harbour.example:5000' },
    components: { identity: { clientId: 'identity' } },
  });
  const messages = text(result.findings);
  expect(messages).toContain('camunda.identity.audience is not set');
  expect(messages).toContain('identity.initial-claim-value is not set');
  const codes = faults(result).map(({ code }) => code);
  expect(codes.filter(code => code === 'config.literal-secret')).toHaveLength(
    2,
  );
  expect(codes).toContain('record.http-url');
  expect(text(result)).not.toContain('f4ke');
});

when('27')('27: several providers', () => {
  const result = read('27', 'application-yaml', '8.9');
  expect(result.unknown).toEqual([]);
  const found = result.findings.find(
    ({ code }) => code === 'config.several-providers',
  );
  expect(found?.evidence).toMatchObject({
    providers: ['entra', 'partner'],
    secrets: [
      expect.stringContaining('entra'),
      expect.stringContaining('partner'),
    ],
  });
  expect(faults(result).map(({ code }) => code)).toEqual([
    'config.literal-secret',
  ]);
  expect(text(result)).not.toContain('f4ke');
});

it('the folder may be missing', () => {
  expect(names.length > 0).toBe(present);
});
