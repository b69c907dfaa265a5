import { genericRecord, microsoftRecord } from '../__fixtures__/records';
import { createConnectionSchema, createNewConnectionSchema } from './schema';
import { problemMessage, problemsOf } from './problems';
import { readInput } from './readInput';

function problems(change: (record: any) => void): Record<string, string> {
  const record: any = structuredClone(genericRecord());
  change(record);
  const result = readInput(createConnectionSchema(), record);
  return result.success
    ? {}
    : Object.fromEntries(
        problemsOf(result.error).map(({ path, message }) => [path, message]),
      );
}

describe('a record', () => {
  it('is accepted with every component, for both provider types', () => {
    for (const record of [genericRecord(), microsoftRecord()])
      expect(createConnectionSchema().parse(record)).toEqual(record);
  });

  it('has the initial claim oid by default, and lower-case references', () => {
    const { owner: _owner, ...record }: any = genericRecord();
    const parsed = createNewConnectionSchema().parse({
      ...record,
      entityRef: 'System:default/Payments-Camunda',
      initialClaim: { value: 'x' },
    });
    expect(parsed.initialClaim).toEqual({
      name: 'oid',
      value: 'x',
      state: 'pending',
    });
    expect(parsed.entityRef).toBe('system:default/payments-camunda');
  });

  it.each<[string, (record: any) => void, string, RegExp]>([
    ['name', r => (r.name = 'A b'), 'name', /lower case/],
    ['name with double hyphen', r => (r.name = 'a--b'), 'name', /hyphens/],
    ['long name', r => (r.name = 'a'.repeat(64)), 'name', /63/],
    ['missing name', r => delete r.name, 'name', /^is missing$/],
    ['wrong type', r => (r.title = 5), 'title', /expected/],
    ['unknown key', r => (r.foo = 1), 'foo', /unknown key/],
    [
      'unknown key inside',
      r => (r.components.identity.foo = 1),
      'components.identity.foo',
      /unknown key/,
    ],
    [
      'unknown version',
      r => (r.camundaVersion = '7.20'),
      'camundaVersion',
      /unknown Camunda version/,
    ],
    [
      'component that a later version lacks',
      r => (r.camundaVersion = '8.8'),
      'components.operate',
      /8\.8 has no such component/,
    ],
    [
      'component that an earlier version lacks',
      r =>
        (r.components.orchestration = {
          url: 'https://o.example.com',
          clientId: 'o',
        }),
      'components.orchestration',
      /8\.7 has no such component/,
    ],
    [
      'unknown component',
      r => (r.components.tomcat = {}),
      'components.tomcat',
      /unknown key/,
    ],
    [
      'no identity',
      r => delete r.components.identity,
      'components.identity',
      /is missing|expected/,
    ],
    [
      'relative URL',
      r => (r.components.identity.url = '/identity'),
      'components.identity.url',
      /absolute URL/,
    ],
    [
      'other scheme',
      r => (r.components.identity.url = 'ftp://x.example.com'),
      'components.identity.url',
      /http/,
    ],
    [
      'script URL',
      r => (r.components.identity.url = 'data:text/html,x'),
      'components.identity.url',
      /http/,
    ],
    [
      'scheme without slashes',
      r => (r.components.identity.url = 'https:x.example.com'),
      'components.identity.url',
      /absolute URL/,
    ],
    [
      'credentials in a URL',
      r => (r.provider.issuer = 'https://u:p@idp.example.com'),
      'provider.issuer',
      /user name/,
    ],
    [
      'query',
      r => (r.provider.issuer = 'https://idp.example.com?a=b'),
      'provider.issuer',
      /query/,
    ],
    [
      'fragment',
      r => (r.provider.issuer = 'https://idp.example.com#x'),
      'provider.issuer',
      /fragment/,
    ],
    [
      'callback path',
      r =>
        (r.components.identity.url =
          'https://i.example.com/auth/login-callback/'),
      'components.identity.url',
      /base URL/,
    ],
    [
      'well-known issuer',
      r =>
        (r.provider.issuer =
          'https://idp.example.com/.well-known/openid-configuration'),
      'provider.issuer',
      /discovery document/,
    ],
    [
      'another well-known document',
      r =>
        (r.provider.issuer = 'https://idp.example.com/.well-known/jwks.json'),
      'provider.issuer',
      /discovery document/,
    ],
    [
      'authorize issuer',
      r =>
        (r.provider.issuer = 'https://idp.example.com/oauth2/v2.0/authorize'),
      'provider.issuer',
      /authorization endpoint/,
    ],
    [
      'tenant that is no GUID',
      r => (r.provider = { type: 'MICROSOFT', tenantId: 'common' }),
      'provider.tenantId',
      /GUID/,
    ],
    [
      'unknown cloud',
      r =>
        (r.provider = {
          type: 'MICROSOFT',
          tenantId: '9a95fd9e-005d-487a-9a01-d08c1eab2757',
          cloud: 'moon',
        }),
      'provider.cloud',
      /unknown cloud/,
    ],
    [
      'provider type',
      r => (r.provider = { type: 'KEYCLOAK' }),
      'provider.type',
      /GENERIC/,
    ],
    [
      'control character',
      r => (r.components.identity.clientId = 'a\u0000b'),
      'components.identity.clientId',
      /control/,
    ],
    [
      'line break',
      r => (r.initialClaim.value = 'a\nb'),
      'initialClaim.value',
      /line breaks/,
    ],
    [
      'template braces',
      r => (r.components.identity.audience = '{{ .Values }}'),
      'components.identity.audience',
      /Helm/,
    ],
    [
      'literal secret',
      r => (r.components.identity.secret = 's3cret'),
      'components.identity.secret',
      /never the secret itself/,
    ],
    [
      'secret for a public client',
      r => (r.components.console.secret = {}),
      'components.console.secret',
      /unknown key/,
    ],
    [
      'cadence',
      r => (r.checks = { every: 'daily' }),
      'checks.every',
      /ISO 8601/,
    ],
    ...[
      'P367D',
      'P53W',
      'P366DT1S',
      'PT8785H',
      'P10000000D',
      `P${'9'.repeat(38)}D`,
    ].map((every): [string, (r: any) => void, string, RegExp] => [
      `a cadence of ${every}`,
      r => (r.checks = { every }),
      'checks.every',
      /^at most P366D$/,
    ]),
  ])('refuses %s', (_, change, path, message) => {
    const found = problems(change);
    expect(Object.keys(found)).toContain(path);
    expect(found[path]).toMatch(message);
  });

  it.each(['PT1S', 'P1D', 'P52W', 'P366D', 'P365DT24H', 'PT8784H'])(
    'takes a cadence of %s',
    every => {
      expect(problems(r => (r.checks = { every }))).toEqual({});
    },
  );

  it('says of a cadence only what is wrong with it', () => {
    const record: any = genericRecord();
    record.checks = { every: 'P400Y' };
    expect(
      problemMessage(readInput(createConnectionSchema(), record).error!),
    ).toBe('checks.every: expected an ISO 8601 duration such as P1D or PT6H');
  });

  it('names every problem at once, and never repeats a secret', () => {
    const record: any = genericRecord();
    record.name = 'A';
    record.provider.issuer = 'x';
    record.components.identity.secret = 'top-s3cret';
    const result = readInput(createConnectionSchema(), record);
    const message = problemMessage(result.error!);
    expect(message).toMatch(
      /name: .*provider\.issuer: .*components\.identity\.secret: /,
    );
    expect(message).not.toContain('top-s3cret');
  });
});
