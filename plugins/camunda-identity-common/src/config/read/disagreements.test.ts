import type { CamundaVersion } from '../../camunda';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import type { ConfigFormat } from '../types';
import { readConfig } from './readConfig';
import { UnreadableConfigError } from './types';

/* Files whose parts say different things, and what nearly looks like it. */

const REALM = 'https://sso.quay.example/realms/port';

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

const found = (...of: Parameters<typeof read>) =>
  read(...of)
    .findings.filter(({ result }) => result !== 'info')
    .map(({ code, message, remedy }) => `${code} ${message} ${remedy ?? ''}`);

const together = (...of: Parameters<typeof read>) =>
  found(...of).filter(text => text.startsWith('config.key-together'));

const chart = (changes: Partial<Record<'method' | 'asks' | 'url', string>>) => `
global:
  security:
    authentication:
      method: ${changes.method ?? 'oidc'}
  identity:
    auth: {enabled: true, type: GENERIC, issuer: ${REALM}}
orchestration:
  security:
    authentication:
      oidc:
        clientId: cluster
        audience: quay-api
        redirectUrl: ${changes.url ?? 'https://quay.example'}
connectors:
  security:
    authentication:
      oidc:
        clientId: connectors
        audience: ${changes.asks ?? 'quay-api'}
`;

describe('a chart', () => {
  it('with one word throughout has nothing against itself', () => {
    expect(together(chart({}), 'helm', '8.8')).toEqual([]);
  });

  it.each(['basic', 'OIDC', 'none'])('with the method %s', method => {
    expect(together(chart({ method }), 'helm', '8.9')).toEqual([
      expect.stringMatching(
        /global\.security\.authentication\.method \(line 5\).*Write oidc/,
      ),
    ]);
  });

  it('whose Connectors ask for another audience than the cluster takes', () => {
    expect(
      together(chart({ asks: 'orchestration-api' }), 'helm', '8.8'),
    ).toEqual([
      expect.stringMatching(
        /connectors\.\S+\.audience \(line \d+\): Connectors ask for a token for orchestration-api, and the cluster takes cluster, quay-api: 401/,
      ),
    ]);
  });

  it('whose Connectors ask for another audience, beside a client ID that is the chart’s own', () => {
    const content = chart({ asks: 'pier-api' }).replace(
      '        clientId: cluster\n',
      '',
    );
    expect(together(content, 'helm', '8.10')).toEqual([
      expect.stringMatching(
        /connectors.*pier-api.*takes orchestration, quay-api/,
      ),
    ]);
  });

  it('whose audience is filled in elsewhere is not judged', () => {
    expect(
      together(chart({ asks: '"{{ .Values.a }}"' }), 'helm', '8.8'),
    ).toEqual([]);
  });

  it('with an open API', () => {
    const content = chart({}).replace(
      '      oidc:\n        clientId: cluster',
      '      unprotectedApi: true\n      oidc:\n        clientId: cluster',
    );
    expect(together(content, 'helm', '8.8')).toEqual([
      expect.stringMatching(/unprotectedApi \(line \d+\): the API/),
    ]);
  });

  it('with a slash where the callback path is appended', () => {
    expect(
      found(chart({ url: 'https://quay.example/' }), 'helm', '8.8'),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /value-form \S+redirectUrl .*\/\/sso-callback Write https:\/\/quay\.example$/,
        ),
      ]),
    );
  });

  it('with a file of its own for the cluster is judged by that file', () => {
    const content = `
global:
  security: {authentication: {method: oidc}}
  identity: {auth: {enabled: true, type: GENERIC, issuer: ${REALM}}}
orchestration:
  configuration: |
    camunda.security.authentication:
      method: oidc
      oidc:
        client-id: cluster
        redirect-uri: https://quay.example/sso-callback
`;
    const unset = found(content, 'helm', '8.9').filter(text =>
      text.startsWith('config.unset-key'),
    );
    expect(unset.join('\n')).toMatch(
      /camunda\.security\.authentication\.oidc\.issuer-uri is not set/,
    );
    expect(unset.join('\n')).not.toContain(
      'orchestration.security.authentication.oidc',
    );
  });
});

describe('containers', () => {
  it('with the method basic beside OIDC settings', () => {
    const content = `CAMUNDA_SECURITY_AUTHENTICATION_METHOD=basic
CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENT_ID=cluster
CAMUNDA_SECURITY_AUTHENTICATION_OIDC_ISSUER_URI=${REALM}`;
    expect(together(content, 'env', '8.9')).toEqual([
      expect.stringMatching(
        /CAMUNDA_SECURITY_AUTHENTICATION_METHOD \(line 1\)/,
      ),
    ]);
    // Spring takes capitals, too.
    expect(together(content.replace('basic', 'OIDC'), 'env', '8.9')).toEqual(
      [],
    );
  });

  const broker = (mode: string) => `services:
  zeebe:
    image: camunda/zeebe:8.6.1
    environment:
      - ZEEBE_BROKER_GATEWAY_SECURITY_AUTHENTICATION_MODE=${mode}
      - ZEEBE_BROKER_GATEWAY_SECURITY_AUTHENTICATION_IDENTITY_ISSUERBACKENDURL=${REALM}
      - ZEEBE_BROKER_GATEWAY_SECURITY_AUTHENTICATION_IDENTITY_AUDIENCE=quay-zeebe
      - ZEEBE_BROKER_GATEWAY_SECURITY_AUTHENTICATION_IDENTITY_BASEURL=http://identity:8084
  connectors:
    image: camunda/connectors-bundle:8.6.1
    environment:
      - ZEEBE_CLIENT_ID=connectors
      - ZEEBE_TOKEN_AUDIENCE=zeebe-api
`;

  it('with the gateway in the broker: it is read, and its audience compared', () => {
    const result = read(broker('identity'), 'env', '8.6');
    expect(result.values.components.zeebe).toMatchObject({
      audience: 'quay-zeebe',
    });
    expect(result.unknown).toEqual([]);
    expect(together(broker('identity'), 'env', '8.6')).toEqual([
      expect.stringMatching(
        /ZEEBE_TOKEN_AUDIENCE \(line \d+\).*zeebe-api.*takes quay-zeebe/,
      ),
    ]);
  });

  it('with a gateway that checks nothing', () => {
    expect(together(broker('none'), 'env', '8.6')[0]).toMatch(
      /MODE \(line 5\): the mode is none/,
    );
  });

  it('with the callback of Spring’s own login', () => {
    const content = `CAMUNDA_SECURITY_AUTHENTICATION_METHOD=oidc
CAMUNDA_SECURITY_AUTHENTICATION_OIDC_REDIRECT_URI=https://quay.example/login/oauth2/code/oidc`;
    expect(found(content, 'env', '8.8')).toContainEqual(
      expect.stringMatching(/Write https:\/\/quay\.example\/sso-callback$/),
    );
  });
});

it('Connectors that poll Operate with another audience than its own', () => {
  const content = `services:
  operate:
    image: camunda/operate:8.6.1
    environment:
      CAMUNDA_IDENTITY_TYPE: GENERIC
      CAMUNDA_IDENTITY_ISSUER: ${REALM}
      CAMUNDA_IDENTITY_AUDIENCE: quay-operate
  connectors:
    image: camunda/connectors-bundle:8.6.1
    environment:
      CAMUNDA_IDENTITY_CLIENT_ID: connectors
      CAMUNDA_IDENTITY_AUDIENCE: operate-api
`;
  expect(found(content, 'env', '8.6')).toContainEqual(
    expect.stringMatching(
      /record\.audience-not-accepted CAMUNDA_IDENTITY_AUDIENCE \(line 12\).*quay-operate/,
    ),
  );
});

describe('Web Modeler at Entra', () => {
  const modeler = (authentication: string, type = 'MICROSOFT') =>
    `CAMUNDA_IDENTITY_TYPE=${type}
CAMUNDA_MODELER_CLUSTERS_0_AUTHENTICATION=${authentication}
CAMUNDA_MODELER_CLUSTERS_0_OAUTH_URL=https://sso.quay.example/token`;

  it('cannot hand the token of a person on', () => {
    expect(together(modeler('BEARER_TOKEN'), 'env', '8.7')).toEqual([
      expect.stringMatching(
        /CLUSTERS_0_AUTHENTICATION \(line 2\): BEARER_TOKEN.*CLIENT_CREDENTIALS/,
      ),
    ]);
    // Then no audience of the cluster is asked for either.
    expect(found(modeler('BEARER_TOKEN'), 'env', '8.7').join()).not.toMatch(
      /OAUTH_AUDIENCE/,
    );
  });

  it.each([
    ['CLIENT_CREDENTIALS', 'MICROSOFT', '8.7'],
    ['BEARER_TOKEN', 'GENERIC', '8.7'],
    // From 8.8 on the cluster takes the audience of the modeler’s UI.
    ['BEARER_TOKEN', 'MICROSOFT', '8.8'],
  ] as const)('may have %s at %s in %s', (authentication, type, version) => {
    expect(together(modeler(authentication, type), 'env', version)).toEqual([]);
  });
});

describe('addresses', () => {
  it('that stand in a list are a text to no chart', () => {
    const content = `global:
  identity:
    auth:
      type: GENERIC
      issuer: [${REALM}]`;
    expect(found(content, 'helm', '8.7')).toContainEqual(
      expect.stringMatching(/config\.value-form \S+issuer \(line 5\).*a list/),
    );
    expect(read(content, 'helm', '8.7').values.provider?.issuer).toBe(REALM);
  });

  const values = (jwks: string) => `global:
  identity:
    auth:
      type: GENERIC
      issuer: https://quay.eu.auth0.com/
      jwksUrl: ${jwks}`;

  it('of key sets may be below /.well-known', () => {
    expect(
      found(
        values('https://quay.eu.auth0.com/.well-known/jwks.json'),
        'helm',
        '8.7',
      ).join('\n'),
    ).not.toContain('config.value-form');
    expect(
      found(
        values('https://quay.eu.auth0.com/.well-known/openid-configuration'),
        'helm',
        '8.7',
      ).join('\n'),
    ).toMatch(/config\.value-form \S+jwksUrl/);
  });

  it('of Entra’s v1.0', () => {
    const text = found(
      `global:
  identity:
    auth:
      type: MICROSOFT
      tokenUrl: https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/oauth2/token
      jwksUrl: https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/discovery/v2.0/keys`,
      'helm',
      '8.7',
    ).filter(entry => entry.startsWith('config.value-form'));
    expect(text).toEqual([
      expect.stringMatching(/tokenUrl \(line 5\).*v1\.0.*oauth2\/v2\.0\/token/),
    ]);
  });

  it('that are a fallback are one only beside what they stand in for', () => {
    const own = `global:
  identity:
    auth:
      publicIssuerUrl: ${REALM}
      operate: {redirectUrl: https://operate.quay.example}
`;
    const ignored = (content: string) =>
      found(content, 'helm', '8.7').filter(text =>
        text.startsWith('config.ignored-key'),
      );
    expect(ignored(own)).toEqual([]);
  });
});

it('Terraform is called what it is', () => {
  const content =
    'resource "helm_release" "camunda" {\n  name = "camunda"\n}\n';
  expect(() => read(content, 'helm', '8.8')).toThrow(UnreadableConfigError);
  expect(() => read(content, 'env', '8.8')).toThrow(/is Terraform/);
});
