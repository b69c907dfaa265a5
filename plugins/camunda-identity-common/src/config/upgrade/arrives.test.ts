import { parse } from 'yaml';
import { CAMUNDA_VERSIONS, type CamundaVersion } from '../../camunda';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import { readConfig } from '../read';
import { upgradeValues } from './upgradeValues';

/* Files in the manner of what teams keep: more in them than the sign-in, and comments of their own. */

const SEPARATE = `# Values of the payments team
global:
  ingress:
    enabled: true
    className: nginx
    host: camunda.example.com # asked for in NET-12
  identity:
    auth:
      enabled: true
      type: GENERIC
      issuer: https://idp.example.com/realms/payments
      issuerBackendUrl: https://idp.example.com/realms/payments
      tokenUrl: https://idp.example.com/realms/payments/protocol/openid-connect/token
      jwksUrl: https://idp.example.com/realms/payments/protocol/openid-connect/certs
      authUrl: https://idp.example.com/realms/payments/protocol/openid-connect/auth
      # Made by the platform team
      identity:
        clientId: identity
        audience: identity-api
        existingSecret: { name: camunda-oidc }
        existingSecretKey: identity
        redirectUrl: https://camunda.example.com/identity
        initialClaimName: oid
        initialClaimValue: 7f3c1d52-1111-4222-8333-944455556666
      operate:
        clientId: operate
        audience: operate-api
        existingSecret: { name: camunda-oidc }
        existingSecretKey: operate
        redirectUrl: https://camunda.example.com/operate
      tasklist:
        clientId: tasklist
        audience: tasklist-api
        existingSecret: { name: camunda-oidc }
        existingSecretKey: tasklist
        redirectUrl: https://camunda.example.com/tasklist
      optimize:
        clientId: optimize
        audience: optimize-api
        existingSecret: { name: camunda-oidc }
        existingSecretKey: optimize
        redirectUrl: https://camunda.example.com/optimize
      zeebe:
        clientId: zeebe
        audience: zeebe-api
        existingSecret: { name: camunda-oidc }
        existingSecretKey: zeebe
      connectors:
        clientId: connectors
        existingSecret: { name: camunda-oidc }
        existingSecretKey: connectors
identity:
  fullURL: https://camunda.example.com/identity
  contextPath: /identity
operate:
  contextPath: /operate
tasklist:
  contextPath: /tasklist
optimize:
  contextPath: /optimize
zeebe:
  # Three zones
  clusterSize: 3
  partitionCount: 3 # as sized in May
`;

const CLUSTER = `global:
  security:
    authentication:
      method: oidc
  identity:
    auth:
      enabled: true
      type: GENERIC
      issuer: https://idp.example.com/realms/payments
      issuerBackendUrl: https://idp.example.com/realms/payments
      tokenUrl: https://idp.example.com/realms/payments/protocol/openid-connect/token
      jwksUrl: https://idp.example.com/realms/payments/protocol/openid-connect/certs
      authUrl: https://idp.example.com/realms/payments/protocol/openid-connect/auth
      identity:
        clientId: identity
        audience: identity-api
        secret: { existingSecret: camunda-oidc, existingSecretKey: identity }
        redirectUrl: https://camunda.example.com/identity
        initialClaimName: oid
        initialClaimValue: 7f3c1d52-1111-4222-8333-944455556666
      optimize:
        clientId: optimize
        audience: optimize-api
        secret: { existingSecret: camunda-oidc, existingSecretKey: optimize }
        redirectUrl: https://camunda.example.com/optimize
orchestration:
  clusterSize: 3 # three zones
  security:
    authentication:
      method: oidc
      oidc:
        clientId: orchestration
        audience: orchestration-api
        secret: { existingSecret: camunda-oidc, existingSecretKey: orchestration }
        redirectUrl: https://camunda.example.com/orchestration
    initialization:
      defaultRoles:
        admin:
          users: [7f3c1d52-1111-4222-8333-944455556666]
        connectors:
          clients: [connectors]
connectors:
  security:
    authentication:
      method: oidc
      oidc:
        clientId: connectors
        audience: orchestration-api
        secret: { existingSecret: camunda-oidc, existingSecretKey: connectors }
`;

const findingsOf = (content: string, camundaVersion: CamundaVersion) =>
  readConfig(
    { format: 'helm', content, camundaVersion },
    DEFAULT_PROVIDER_CONTEXT,
  )
    .findings.filter(({ result }) => result !== 'info')
    .map(({ code, evidence }) => `${code} ${evidence?.key ?? ''}`);

const ways = (content: string, froms: readonly CamundaVersion[]) =>
  froms.flatMap(from =>
    CAMUNDA_VERSIONS.slice(CAMUNDA_VERSIONS.indexOf(from) + 1).map(
      to => [from, to, content] as const,
    ),
  );

describe.each([
  ...ways(SEPARATE, ['8.5', '8.6', '8.7']),
  ...ways(CLUSTER, ['8.8', '8.9']),
])('a team’s file of %s for %s', (from, to, content) => {
  const upgrade = upgradeValues({ from, to, content });

  it('has no finding that it did not have, but for what the upgrade asks', () => {
    const before = new Set(findingsOf(content, from));
    const asked = (upgrade.questions ?? []).map(({ key }) => key);
    const isAsked = (path: string) =>
      asked.some(key => path === key || path.startsWith(`${key}.`));
    expect(
      findingsOf(upgrade.content, to).filter(
        line => !before.has(line) && !isAsked(line.split(' ')[1]),
      ),
    ).toEqual([]);
  });

  it('keeps the comments of what stays and of what moves', () => {
    const comments = content.match(/# .*/g) ?? [];
    expect(
      comments.filter(comment => !upgrade.content.includes(comment)),
    ).toEqual([]);
  });
});

it('8.7 to 8.8: the broker’s size goes to the cluster; what has no place stays, and is asked', () => {
  const { content, changes, questions } = upgradeValues({
    from: '8.7',
    to: '8.8',
    content: `${SEPARATE}  image:
    tag: 8.7.3
  configuration: |
    zeebe.broker.cluster.clusterName: payments
  env:
    - name: ZEEBE_BROKER_CLUSTER_CLUSTERNAME
      value: payments
`,
  });
  expect(parse(content)).toMatchObject({
    // The image of 8.7, or its file, would break the cluster of 8.8.
    orchestration: { clusterSize: 3, partitionCount: 3 },
    zeebe: { image: { tag: '8.7.3' }, configuration: expect.any(String) },
    operate: { contextPath: '/operate' },
  });
  expect(parse(content).orchestration).not.toHaveProperty('configuration');
  expect(parse(content).orchestration).not.toHaveProperty('image');
  expect(
    changes
      .filter(({ key }) => /^(zeebe|operate)\./.test(key))
      .map(({ key, kind, replacement }) => [key, kind, replacement]),
  ).toEqual([
    ['zeebe.clusterSize', 'renamed', 'orchestration.clusterSize'],
    ['zeebe.partitionCount', 'renamed', 'orchestration.partitionCount'],
  ]);
  const asked = (section: string) =>
    questions?.find(({ key }) => key === section)?.text;
  expect(asked('operate')).toMatch(/operate\.contextPath \(line \d+\)/);
  expect(asked('zeebe')).toMatch(
    /zeebe\.image\.tag \(line \d+\), zeebe\.configuration/,
  );
});

describe('what the target needs and no file of the old one has', () => {
  const asked = (content: string, from: CamundaVersion, to: CamundaVersion) =>
    (upgradeValues({ content, from, to }).questions ?? []).map(
      ({ key }) => key,
    );
  const STORAGE = 'orchestration.data.secondaryStorage.type';

  it('the storage of the cluster, from 8.9 on', () => {
    expect(asked(SEPARATE, '8.7', '8.9')).toContain(STORAGE);
    expect(asked(SEPARATE, '8.7', '8.8')).not.toContain(STORAGE);
    expect(asked(CLUSTER, '8.9', '8.10')).not.toContain(STORAGE);
    for (const said of [
      'global:\n  elasticsearch: {enabled: true}',
      'global:\n  opensearch: {enabled: true}',
    ])
      expect(
        asked(SEPARATE.replace(/^global:/m, said), '8.7', '8.9'),
      ).not.toContain(STORAGE);
  });

  it('the name of a Secret, where the secret itself stood', () => {
    const content = SEPARATE.replace(
      'existingSecret: { name: camunda-oidc }',
      'existingSecret: N0t-a-real~Secret.77',
    );
    const { questions, content: result } = upgradeValues({
      content,
      from: '8.7',
      to: '8.9',
    });
    expect(questions).toContainEqual({
      key: 'global.identity.auth.identity.secret.existingSecret',
      text: expect.stringMatching(/name.*<NAME_OF_THE_KUBERNETES_SECRET>/),
    });
    // A name that is still to be entered is no secret.
    expect(
      readConfig(
        { format: 'helm', content: result, camundaVersion: '8.9' },
        DEFAULT_PROVIDER_CONTEXT,
      )
        .findings.map(({ code }) => code)
        .filter(code => /secret|placeholder/.test(code)),
    ).toEqual(['config.placeholder']);
  });
});
