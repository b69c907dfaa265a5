import type { CamundaVersion } from '../../camunda';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import type { ConfigFormat } from '../types';
import { readConfig } from './readConfig';

/* Kinds of file and of fault that people have published, with inputs of our own. */

const REALM = 'https://sso.jetty.example/realms/port';

function read(
  content: string,
  format: ConfigFormat,
  camundaVersion: CamundaVersion,
) {
  return readConfig(
    { format, content, camundaVersion },
    DEFAULT_PROVIDER_CONTEXT,
  );
}

const said = (...of: Parameters<typeof read>) =>
  read(...of).findings.map(
    ({ code, result, message, remedy }) =>
      `${result} ${code} ${message} ${remedy ?? ''}`,
  );

describe('Management Identity that is switched off', () => {
  const values = (rest: string) =>
    `global:\n  identity:\n    auth:\n      type: GENERIC\n      issuer: ${REALM}\n${rest}`;

  it.each(['8.5', '8.7'] as const)('is needed by what is on in %s', version => {
    expect(
      said(
        values('identity: {enabled: false}\noptimize: {enabled: false}\n'),
        'helm',
        version,
      ),
    ).toContainEqual(
      expect.stringMatching(
        /^warn config\.key-together identity\.enabled \(line 6\): .*zeebe, operate, tasklist ask it.*noPermission/,
      ),
    );
  });

  it('is needed by Optimize from 8.8 on, and not by the cluster', () => {
    const off = (rest: string) =>
      said(values(`identity: {enabled: false}\n${rest}`), 'helm', '8.8').filter(
        text => text.includes('key-together'),
      );
    expect(off('optimize: {enabled: true}\n')).toEqual([
      expect.stringContaining('optimize ask it'),
    ]);
    expect(off('')).toEqual([]);
  });

  it('may be that of another release', () => {
    expect(
      said(
        `global:\n  identity:\n    service: {url: "http://identity.shared"}\n    auth: {type: GENERIC, issuer: "${REALM}"}\nidentity: {enabled: false}\noptimize: {enabled: true}\n`,
        'helm',
        '8.8',
      ).join('\n'),
    ).not.toContain('key-together');
  });
});

describe('an issuer of Entra’s', () => {
  const TENANT =
    'https://login.microsoftonline.com/0d1e2f30-1111-4222-8333-944455566677';

  it.each([TENANT, `${TENANT}/`, `${TENANT}/v2.0/`])('%s', issuer => {
    expect(
      said(
        `CAMUNDA_IDENTITY_TYPE=MICROSOFT\nCAMUNDA_IDENTITY_ISSUER=${issuer}\n`,
        'env',
        '8.7',
      ),
    ).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^warn config\\.value-form CAMUNDA_IDENTITY_ISSUER \\(line 2\\).*Write ${TENANT}/v2\\.0\\.$`,
        ),
      ),
    );
  });

  it('with its version is right', () => {
    expect(
      said(
        `CAMUNDA_IDENTITY_TYPE=MICROSOFT\nCAMUNDA_IDENTITY_ISSUER=${TENANT}/v2.0\n`,
        'env',
        '8.7',
      ).join('\n'),
    ).not.toContain('value-form');
  });
});

describe('a placeholder', () => {
  const placeholders = (value: string) =>
    said(
      `global:\n  identity:\n    auth:\n      type: MICROSOFT\n      issuer: ${value}\n`,
      'helm',
      '8.8',
    ).filter(text => text.includes('config.placeholder'));

  it('within an address is one', () => {
    expect(
      placeholders('https://login.microsoftonline.com/<tenant-id>/v2.0'),
    ).toEqual([expect.stringContaining('placeholder <tenant-id>')]);
  });

  it('of a secret store is none', () => {
    expect(placeholders('https://<path:kv/data/idp#host>/v2.0')).toEqual([]);
  });
});

it('an endpoint that the issuer makes superfluous is no fault', () => {
  expect(
    said(
      `global:\n  identity:\n    auth:\n      type: GENERIC\n      issuer: ${REALM}\n      tokenUrl: ${REALM}/protocol/openid-connect/token\n`,
      'helm',
      '8.9',
    ),
  ).toContainEqual(
    expect.stringMatching(
      /^info config\.ignored-key global\.identity\.auth\.tokenUrl/,
    ),
  );
});

describe('SPRING_APPLICATION_JSON', () => {
  const json = JSON.stringify({
    camunda: { identity: { audience: 'jetty-api' } },
    'identity.mapping-rules': [
      { name: 'admins', 'claim-name': 'email', 'claim-value': 'a@b.example' },
    ],
  });

  it.each([
    [
      'of a task definition',
      JSON.stringify([
        {
          name: 'identity',
          image: 'camunda/identity:8.9.0',
          environment: [
            { name: 'CAMUNDA_IDENTITY_ISSUER', value: REALM },
            { name: 'SPRING_APPLICATION_JSON', value: json },
          ],
        },
      ]),
    ],
    [
      'of a Compose file',
      `services:\n  identity:\n    image: camunda/identity:8.9.0\n    environment:\n      CAMUNDA_IDENTITY_ISSUER: ${REALM}\n      SPRING_APPLICATION_JSON: '${json}'\n`,
    ],
    [
      'of a dotenv file',
      `CAMUNDA_IDENTITY_ISSUER=${REALM}\nSPRING_APPLICATION_JSON='${json}'\n`,
    ],
  ])('%s is read like the variables that it stands for', (_, content) => {
    const { values, findings } = read(content, 'env', '8.9');
    expect(values.components).toMatchObject({
      identity: { audience: 'jetty-api' },
    });
    const texts = findings.map(({ message }) => message).join('\n');
    expect(texts).toContain('IDENTITY_MAPPINGRULES_*');
    // The first administrator is named by a rule.
    expect(texts).not.toContain('INITIAL_CLAIM_VALUE is not set');
  });

  it('is read in the values of a chart', () => {
    const content = `global:\n  identity:\n    auth: {type: GENERIC, issuer: "${REALM}"}\norchestration:\n  env:\n    - name: SPRING_APPLICATION_JSON\n      value: '{"camunda":{"security":{"authentication":{"oidc":{"client-id":"jetty"}}}}}'\n`;
    expect(read(content, 'helm', '8.9').values.components).toMatchObject({
      orchestration: { clientId: 'jetty' },
    });
  });

  it('with more properties than anybody sets is refused', () => {
    const many = JSON.stringify(
      Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`a${i}`, i])),
    );
    expect(() =>
      read(`A=b\nSPRING_APPLICATION_JSON=${many}\n`, 'env', '8.9'),
    ).toThrow(/^line 2: SPRING_APPLICATION_JSON has more than 2000/);
  });

  it('does not give its secrets away', () => {
    const content =
      'CAMUNDA_IDENTITY_ISSUER=https://sso.jetty.example\nSPRING_APPLICATION_JSON={"camunda":{"identity":{"client-secret":"hunter2hunter2"}}}\n';
    const output = read(content, 'env', '8.9');
    expect(JSON.stringify(output)).not.toContain('hunter2');
    expect(output.findings).toContainEqual(
      expect.objectContaining({ code: 'config.literal-secret' }),
    );
  });

  it.each([
    '{"camunda":',
    '[]',
    '${JSON}',
    `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  ])('that cannot be used is left alone: %.20s', value => {
    expect(() =>
      read(
        `CAMUNDA_IDENTITY_ISSUER=${REALM}\nSPRING_APPLICATION_JSON=${value}\n`,
        'env',
        '8.9',
      ),
    ).not.toThrow();
  });
});

describe('a file of another version', () => {
  const other = (...of: Parameters<typeof read>) =>
    said(...of).filter(text => text.includes('config.other-version'));

  const auth = `{identity: {auth: {type: GENERIC, issuer: "${REALM}"}}}`;

  it.each([
    [
      'a HelmRelease',
      `kind: HelmRelease\nmetadata: {name: c}\nspec:\n  chart: {spec: {chart: camunda-platform, version: 12.x}}\n  values: {global: ${auth}}\n`,
    ],
    [
      'an Argo CD Application',
      `kind: Application\nmetadata: {name: c}\nspec:\n  source:\n    chart: camunda-platform\n    targetRevision: ^12.0.1\n    helm: {valuesObject: {global: ${auth}}}\n`,
    ],
    [
      'a helmfile',
      `releases:\n  - name: c\n    chart: camunda/camunda-platform\n    version: "12.0.3"\n    values:\n      - global: ${auth}\n`,
    ],
    [
      'a command',
      `helm upgrade c camunda/camunda-platform --version 12.0.3 --set global.identity.auth.type=GENERIC --set global.identity.auth.issuer=${REALM}\n`,
    ],
    ['tags', `global: ${auth}\nidentity: {image: {tag: 8.7.3}}\n`],
  ])('%s says so', (_, content) => {
    expect(other(content, 'helm', '8.8')).toEqual([
      expect.stringMatching(/^warn .*names Camunda 8\.7 \(.*Read it as 8\.7/),
    ]);
    expect(other(content, 'helm', '8.7')).toEqual([]);
  });

  it('names images of a registry of one’s own, once', () => {
    const content =
      'services:\n  identity:\n    image: registry.jetty.example/mirror/identity:8.6.2@sha256:0\n    environment: {CAMUNDA_IDENTITY_TYPE: GENERIC, CAMUNDA_IDENTITY_CLIENT_ID: a}\n  other:\n    image: postgres:8.4\n    environment: {A: b}\n';
    expect(other(content, 'env', '8.7')).toEqual([
      expect.stringMatching(/names Camunda 8\.6 \(image [^,]*, line 4\); /),
    ]);
  });

  it('is told in a text that stays short', () => {
    const long = '8.7.'.padEnd(50_000, '9');
    for (const content of [
      `global: ${auth}\nidentity: {image: {tag: ${long}x}}\n`,
      `kind: HelmRelease\nspec:\n  chart: {spec: {chart: camunda-platform, version: 12.${long}}}\n  values: {global: ${auth}}\n`,
    ])
      for (const text of said(content, 'helm', '8.8'))
        expect(text.length).toBeLessThan(2000);
  });

  it('of which nothing is described is told from one that is', () => {
    expect(
      other(
        `global: ${auth}\nidentity: {image: {tag: 8.4.0}}\n`,
        'helm',
        '8.7',
      ),
    ).toEqual([expect.stringContaining('one that is described here')]);
  });
});

describe('a key that the chart does not have', () => {
  const auth = (section: string) =>
    said(
      `global:\n  identity:\n    auth:\n      type: GENERIC\n      issuer: ${REALM}\n      ${section}\n`,
      'helm',
      '8.8',
    );

  it('has no effect within the sign-in', () => {
    expect(auth('worker: {clientId: w}')).toContainEqual(
      expect.stringMatching(
        /^warn config\.unknown-key global\.identity\.auth\.worker\.clientId .*no effect/,
      ),
    );
  });

  it('and that alpha versions had is told where it belongs now', () => {
    expect(auth('core: {clientId: c}')).toContainEqual(
      expect.stringMatching(
        /^warn config\.ignored-key global\.identity\.auth\.core\.clientId .*Use orchestration\.security\.authentication\.oidc\.clientId/,
      ),
    );
  });
});

describe('a component under a path', () => {
  const values = (optimize: string) =>
    said(
      `global:\n  identity:\n    auth:\n      type: GENERIC\n      issuer: ${REALM}\n      optimize: {redirectUrl: "${optimize}"}\noptimize: {contextPath: /optimize}\n`,
      'helm',
      '8.7',
    ).filter(text => text.includes('key-together'));

  it('has an address with that path', () => {
    expect(values('https://jetty.example')).toEqual([
      expect.stringMatching(
        /optimize\.redirectUrl \(line 6\).*serves under \/optimize.*404 Write https:\/\/jetty\.example\/optimize,/,
      ),
    ]);
    expect(values('https://jetty.example/optimize')).toEqual([]);
    expect(values('https://jetty.example/team/optimize')).toEqual([]);
    // eslint-disable-next-line no-template-curly-in-string
    expect(values('https://${HOST}')).toEqual([]);
  });
});

it('the discovery document of Console is not the issuer', () => {
  expect(
    said(
      `global:\n  identity:\n    auth:\n      type: GENERIC\n      issuer: ${REALM}\n      console: {wellKnown: "${REALM}"}\n`,
      'helm',
      '8.8',
    ),
  ).toContainEqual(
    expect.stringMatching(
      /^warn config\.value-form global\.identity\.auth\.console\.wellKnown .*openid-configuration$/,
    ),
  );
});

it('groups may have a role of the cluster', () => {
  expect(
    said(
      `global:\n  identity:\n    auth: {type: GENERIC, issuer: "${REALM}"}\norchestration:\n  security:\n    initialization:\n      defaultRoles: {admin: {groups: [admins]}}\n`,
      'helm',
      '8.8',
    ).join('\n'),
  ).not.toContain('config.unknown-key');
});
