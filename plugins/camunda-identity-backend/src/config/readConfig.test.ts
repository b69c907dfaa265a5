import { ConfigReader } from '@backstage/config';
import { read, refusalOf } from './__testUtils__/read';
import { readCamundaIdentityConfig } from './readConfig';

const KEY = Buffer.alloc(32, 7).toString('base64');

describe('configuration', () => {
  it('has defaults for everything', () => {
    expect(readCamundaIdentityConfig(new ConfigReader({}))).toMatchObject({
      admins: [],
      http: { requestTimeoutMs: 5_000, maxPerHost: 12 },
      runTimeoutMs: 10_000,
      onDemandPerMinute: 10,
      ownershipFloor: true,
      secretKeys: [],
    });
  });

  it.each<[string, object, RegExp]>([
    [
      'an unknown key',
      { admin: [] },
      /^camundaIdentity\.admin: unknown key; expected one of admins, /,
    ],
    [
      'an unknown key within',
      { checks: { evry: 1 } },
      /^camundaIdentity\.checks\.evry: unknown key/,
    ],
    [
      'a key of every object',
      { constructor: {} },
      /^camundaIdentity\.constructor: unknown key/,
    ],
    ['a text for a section', { checks: 'P1D' }, /^camundaIdentity\.checks: /],
    [
      'an unknown key of a service',
      {
        serviceAccess: [
          { subject: 's', actions: ['create'] },
          { subject: 't', actions: ['create'], action: 'update' },
        ],
      },
      /^camundaIdentity\.serviceAccess\[1\]\.action: unknown key; expected one of subject, actions$/,
    ],
    [
      'an unknown key of a secret key',
      { secrets: { keys: [{ id: 'a', value: KEY, name: 'n' }] } },
      /^camundaIdentity\.secrets\.keys\[0\]\.name: unknown key/,
    ],
    [
      'an unknown key of a cloud',
      { microsoft: { clouds: { own: { loginUrl: 'https://a.example' } } } },
      /camundaIdentity\.microsoft\.clouds\.own\.loginUrl: unknown key/,
    ],
    [
      'a section for a list',
      { serviceAccess: { subject: 's' } },
      /^camundaIdentity\.serviceAccess: expected a list$/,
    ],
    [
      'a text in a list of sections',
      { secrets: { keys: [KEY] } },
      /^camundaIdentity\.secrets\.keys\[0\]: expected a section/,
    ],
    [
      'a text for a cloud',
      { microsoft: { clouds: { own: 'https://a.example' } } },
      /^camundaIdentity\.microsoft\.clouds\.own: expected a section with title and loginBaseUrl$/,
    ],
    [
      'no checks at all',
      { checks: { onDemandPerMinute: 0 } },
      /^camundaIdentity\.checks\.onDemandPerMinute: .* from 1 to 10000$/,
    ],
    ['half a check', { checks: { onDemandPerMinute: 1.5 } }, /whole number/],
    ['no limit', { checks: { onDemandPerMinute: 10_001 } }, /to 10000$/],
    [
      'a word for a choice',
      { checks: { running: 'always' } },
      /^camundaIdentity\.checks\.running: expected one of never, onClick, daily$/,
    ],
    [
      'several mistakes',
      { checks: { every: 'often', running: 1 }, notifications: 'maybe' },
      /^camundaIdentity\.checks\.every: expected a duration [^;]*; camundaIdentity\.checks\.running: expected one of [^;]*; camundaIdentity\.notifications: expected true or false$/,
    ],
  ])('refuses %s in one line', (_what, config, message) => {
    expect(refusalOf(config)).toMatch(message);
  });

  it('accepts numbers and booleans as texts, as environment variables are', () => {
    const config = read({
      http: { maxPerHost: '3' },
      schedule: { enabled: 'false' },
      notifications: 'on',
    });
    expect(config.http.maxPerHost).toBe(3);
    expect(config.schedule.enabled).toBe(false);
    expect(config.notifications).toBe(true);
  });

  it('is refused without repeating values, which may be misplaced secrets', () => {
    const secret = 'S3cret~Value-Of-Somebody';
    const section = (value: unknown) => ({
      admins: [value],
      serviceAccess: [{ subject: `a ${value}`, actions: [value] }],
      authorization: { ownershipFloor: value },
      secrets: { keys: [{ id: `${value}`, value }] },
      http: {
        allowedHosts: [`https://ada:${value}@idp.example.com`, value],
        allowedNetworks: [value],
        caFiles: ['/none.pem'],
        allowPlainHttp: value,
        maxPerHost: value,
      },
      microsoft: { clouds: { own: { title: 'A', loginBaseUrl: value } } },
      checks: { every: value, onDemandPerMinute: value, running: value },
      schedule: { frequency: value, [`${value}`]: 1 },
      retention: value,
      notifications: value,
    });
    for (const value of [secret, { value: secret }, [secret]]) {
      const all = section(value);
      for (const [key, inner] of Object.entries(all)) {
        const line = refusalOf({ [key]: inner });
        expect(line).toMatch(/^camundaIdentity/);
        expect(line).not.toContain('S3cret');
      }
    }
    const presets = [
      { name: secret, title: 1, provider: { type: 'GENERIC', issuer: secret } },
    ];
    expect(refusalOf({ presets })).not.toContain('S3cret');
  });
});

describe('clouds', () => {
  const cloud = (loginBaseUrl: string, name = 'own') => ({
    microsoft: { clouds: { [name]: { title: 'Ours', loginBaseUrl } } },
  });

  it('are added to those of Microsoft', () => {
    const { clouds } = read(cloud('https://login.example.com/a/')).providers;
    expect(Object.keys(clouds)).toEqual(['global', 'usgov', 'china', 'own']);
    expect(clouds.own).toEqual({
      title: 'Ours',
      loginBaseUrl: 'https://login.example.com/a',
    });
  });

  it.each(['global', 'usgov', 'china'])('cannot replace %s', name => {
    expect(refusalOf(cloud('https://login.example.com', name))).toMatch(
      new RegExp(`^camundaIdentity\\.microsoft\\.clouds\\.${name}: `),
    );
  });

  it.each([
    'login.example.com',
    'ftp://login.example.com',
    'https:login.example.com',
    'https://u:p@login.example.com',
    'https://login.example.com?a=b',
    'https://login.example.com/#a',
    'https://login.example.com\\a',
    ' https://login.example.com',
  ])('cannot have the address %s', loginBaseUrl => {
    expect(refusalOf(cloud(loginBaseUrl))).toMatch(
      /^camundaIdentity\.microsoft\.clouds\.own\.loginBaseUrl: expected an absolute http\(s\) URL without user, query and fragment/,
    );
  });
});
