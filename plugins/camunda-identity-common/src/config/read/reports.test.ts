import type { CamundaVersion } from '../../camunda';
import { genericRecord, inVersion } from '../../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import { compareConfig } from '../compare/compareConfig';
import type { ConfigFormat } from '../types';
import { upgradeValues } from '../upgrade/upgradeValues';
import { writeConfig } from '../writeConfig';
import { readConfig } from './readConfig';

/*
 * Files in the manner of public reports, each with what its reader has to be told; the facts are theirs, the
 * files are not. kinds.test.ts has the kinds of fault, this the ways in which people get there.
 */

const CLIENT = 'cccccccc-2222-4333-8444-555555555555';
const ENTRA =
  'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555';
const REALM = 'https://sso.quay.example/realms/port';

const read = (
  content: string,
  format: ConfigFormat,
  camundaVersion: CamundaVersion,
) => readConfig({ format, content, camundaVersion }, DEFAULT_PROVIDER_CONTEXT);

const said = (...of: Parameters<typeof read>) =>
  read(...of).findings.map(
    ({ result, code, message }) => `${result} ${code} ${message}`,
  );

const CASES: Array<
  [
    what: string,
    format: ConfigFormat,
    version: CamundaVersion,
    content: string,
    expected: RegExp,
  ]
> = [
  [
    'the issuer as the token endpoint of Connectors',
    'env',
    '8.8',
    `services:
  connectors:
    environment:
      CAMUNDA_CLIENT_AUTH_CLIENT_ID: connectors
      CAMUNDA_CLIENT_AUTH_TOKEN_URL: ${REALM}`,
    /warn config\.value-form CAMUNDA_CLIENT_AUTH_TOKEN_URL \(line 5\).*endpoint/,
  ],
  [
    'the token endpoint as the issuer',
    'helm',
    '8.7',
    `global:
  identity:
    auth:
      type: GENERIC
      issuer: ${REALM}/protocol/openid-connect/token`,
    /warn config\.value-form global\.identity\.auth\.issuer .*issuer belongs here/,
  ],
  [
    'a realm with a slash at its end',
    'application-yaml',
    '8.9',
    `camunda.security.authentication.oidc:
  client-id: cluster
  issuer-uri: ${REALM}/`,
    /warn config\.value-form .*issuer-uri \(line 3\).*no slash at the end/,
  ],
  [
    'two audiences in one text',
    'helm',
    '8.6',
    `global:
  identity:
    auth:
      type: GENERIC
      zeebe: {audience: "zeebe-api, operate-api"}`,
    /warn config\.value-form .*zeebe\.audience \(line 5\) holds several audiences/,
  ],
  [
    'scopes of the cluster that name no application of Entra',
    'application-yaml',
    '8.9',
    `camunda.security.authentication.oidc:
  client-id: ${CLIENT}
  issuer-uri: ${ENTRA}/v2.0
  scope: [openid, profile]`,
    /warn config\.value-form .*oidc\.scope \(line 4\).*Microsoft Graph/,
  ],
  [
    'a claim of version 1.0',
    'helm',
    '8.9',
    `global:
  identity: {auth: {type: MICROSOFT, issuer: ${ENTRA}/v2.0}}
orchestration:
  security:
    authentication:
      oidc: {clientId: ${CLIENT}, clientIdClaim: appid}`,
    /warn record\.cluster-claims .*appid/,
  ],
  [
    'the type in small letters, up to 8.7',
    'helm',
    '8.7',
    `global: {identity: {auth: {type: generic, issuer: ${REALM}}}}`,
    /warn config\.key-together global\.identity\.auth\.type .*capitals/,
  ],
  [
    'a secret beside KEYCLOAK',
    'helm',
    '8.9',
    `global:
  identity:
    auth:
      type: KEYCLOAK
      identity: {secret: {existingSecret: s, existingSecretKey: k}}`,
    /fail config\.refused-key .*secret\.existingSecret \(line 5\).*KEYCLOAK/,
  ],
  [
    'a modeler without Management Identity',
    'helm',
    '8.8',
    `webModeler: {enabled: true}
global: {identity: {auth: {type: GENERIC, issuer: ${REALM}}}}`,
    /fail config\.refused-key webModeler\.enabled \(line 1\).*Management Identity/,
  ],
  [
    'two databases of Identity',
    'helm',
    '8.7',
    `identityPostgresql: {enabled: true}
identity:
  externalDatabase: {enabled: true}
  fullURL: https://id.quay.example`,
    /fail config\.refused-key identityPostgresql\.enabled/,
  ],
  [
    'files of the cluster in the form of the chart before',
    'helm',
    '8.9',
    `orchestration:
  security: {authentication: {method: oidc}}
  extraConfiguration:
    more.yaml: |
      camunda.security.authentication.oidc.client-id: cluster`,
    /fail config\.refused-key orchestration\.extraConfiguration .*a map of files/,
  ],
  [
    'files of the cluster that nothing imports',
    'helm',
    '8.8',
    `orchestration:
  security: {authentication: {method: oidc}}
  extraConfiguration:
    more.yaml: |
      camunda.security.authentication.oidc.client-id: cluster`,
    /info config\.key-together orchestration\.extraConfiguration .*import none/,
  ],
  [
    'options of Java that take the CA bundle away',
    'helm',
    '8.9',
    `global:
  tls: {caBundle: {existingConfigMap: ca}}
  security: {authentication: {method: oidc}}
orchestration:
  env:
    - {name: JAVA_TOOL_OPTIONS, value: -Xmx1g}`,
    /warn config\.key-together orchestration\.env\.JAVA_TOOL_OPTIONS \(line 6\).*PKIX/,
  ],
  [
    'keys of the cluster that the next chart does not read',
    'helm',
    '8.10',
    `orchestration:
  security:
    authentication:
      oidc: {groupsClaim: groups, usernameClaim: preferred_username}`,
    /info config\.deprecated-key .*oidc\.groupsClaim \(line 4\): camunda\.security\.authentication\.oidc\.groups-claim$/,
  ],
  [
    'a profile that is another one',
    'env',
    '8.7',
    `CAMUNDA_IDENTITY_TYPE=GENERIC
CAMUNDA_IDENTITY_CLIENT_ID=identity
IDENTITY_URL=https://id.quay.example
SPRING_PROFILES_ACTIVE=prod`,
    /warn config\.unset-key SPRING_PROFILES_ACTIVE is set, without oidc/,
  ],
  [
    'Operate without its client for Zeebe',
    'env',
    '8.6',
    `services:
  operate:
    environment:
      CAMUNDA_IDENTITY_CLIENT_ID: operate
      ZEEBE_CLIENT_ID: zeebe
      ZEEBE_TOKEN_AUDIENCE: zeebe-api`,
    /warn config\.unset-key ZEEBE_AUTHORIZATION_SERVER_URL is not set for operate/,
  ],
  [
    'Connectors that poll Operate without an address',
    'env',
    '8.7',
    `services:
  connectors:
    environment:
      OPERATE_CLIENT_PROFILE: oidc
      OPERATE_CLIENT_CLIENTID: connectors`,
    /warn config\.unset-key OPERATE_CLIENT_BASEURL is not set for connectors/,
  ],
  [
    'a role of nobody’s',
    'env',
    '8.9',
    `services:
  orchestration:
    environment:
      CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTID: cluster
      CAMUNDA_SECURITY_INITIALIZATION_DEFAULTROLES_CONECTORS_CLIENTS_0: connectors`,
    /warn config\.unknown-key .*nearest is CAMUNDA_SECURITY_INITIALIZATION_DEFAULTROLES_CONNECTORS_CLIENTS_0/,
  ],
  [
    'a Compose file that only says where the variables are',
    'env',
    '8.8',
    `services:
  identity:
    env_file: identity.env`,
    /warn config\.nothing-recognised .*take them from other files/,
  ],
  [
    'a worker beside Connectors',
    'env',
    '8.9',
    `services:
  connectors:
    image: camunda/connectors-bundle:8.9.0
    environment:
      CAMUNDA_CLIENT_AUTH_CLIENTID: connectors
  billing:
    image: registry.quay.example/billing:3
    environment:
      CAMUNDA_CLIENT_AUTH_CLIENTID: billing
      CAMUNDA_CLIENT_RESTADRESS: http://cluster:8080`,
    /info config\.machine-client billing \(line 9\).*client ID billing/,
  ],
];

it.each(CASES)('%s', (_, format, version, content, expected) => {
  expect(said(content, format, version)).toContainEqual(
    expect.stringMatching(expected),
  );
});

describe('an application of the team’s own', () => {
  const [, , , content] = CASES.at(-1)!;

  it('is no second Connectors', () => {
    const { values, findings } = read(content, 'env', '8.9');
    expect(values.components.connectors).toMatchObject({
      clientId: 'connectors',
    });
    const codes = findings.map(({ code }) => code);
    expect(codes).not.toContain('config.conflicting-values');
  });

  it('is judged by what its library needs', () => {
    expect(said(content, 'env', '8.9').join('\n')).toMatch(
      /CAMUNDA_CLIENT_AUTH_TOKENURL is not set for billing/,
    );
    expect(read(content, 'env', '8.9').unknown).toContainEqual(
      expect.objectContaining({ nearest: 'CAMUNDA_CLIENT_RESTADDRESS' }),
    );
  });

  it.each(['8.6', '8.7', '8.9'] as const)(
    'that a record of %s has is read as it was written, and the chart has no place for it',
    version => {
      const record = {
        ...inVersion(genericRecord(), version),
        machineClients: [{ name: 'billing', clientId: 'billing' }],
      };
      const write = (format: 'env' | 'helm') =>
        writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
          format,
          style: 'compose',
        });
      const own = write('env').combined.content;
      const options = { format: 'env' as const, content: own };
      const { differences, findings } = compareConfig(
        record,
        DEFAULT_PROVIDER_CONTEXT,
        options,
      );
      expect(differences).toEqual([]);
      expect(findings.map(({ code }) => code)).toContain(
        'config.machine-client',
      );
      expect(write('helm').findings).toContainEqual(
        expect.objectContaining({
          code: 'config.machine-client-elsewhere',
          message: expect.stringContaining('billing'),
        }),
      );
    },
  );
});

it('the way from container to container is no public address over http', () => {
  const { values, findings } = read(
    `services:
  web-modeler-restapi:
    environment:
      CAMUNDA_IDENTITY_BASEURL: http://identity:8084
      CAMUNDA_IDENTITY_TYPE: GENERIC
      CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_INTERNAL_API: web-modeler-api
      SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI: ${REALM}`,
    'env',
    '8.7',
  );
  expect(values.components.identity).toBeUndefined();
  expect(findings.filter(({ result }) => result !== 'info')).toEqual([]);
});

it('an upgrade turns files of the cluster into the form of the new chart', () => {
  const content = `orchestration:
  security: {authentication: {method: oidc}}
  # Ours.
  extraConfiguration:
    more.yaml: |
      a: b
`;
  const { content: upgraded, changes } = upgradeValues({
    from: '8.8',
    to: '8.9',
    content,
  });
  expect(upgraded).toContain(
    `  extraConfiguration:
    - file: more.yaml
      content: |
        a: b
`,
  );
  expect(changes).toContainEqual(
    expect.objectContaining({
      key: 'orchestration.extraConfiguration',
      kind: 'renamed',
    }),
  );
});

it('an upgrade to 8.10 tells Optimize its claims', () => {
  const record = inVersion(genericRecord(), '8.9');
  const { content } = writeConfig(record, DEFAULT_PROVIDER_CONTEXT, {
    format: 'helm',
  }).combined;
  const { content: upgraded } = upgradeValues({
    from: '8.9',
    to: '8.10',
    content,
  });
  expect(upgraded).toMatch(/oidc-claims\.yaml[^]*client-id-claim: "client_id"/);
});
