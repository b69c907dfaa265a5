import { ConfigReader } from '@backstage/config';
import { read, refusalOf } from './__testUtils__/read';
import { readCamundaIdentityConfig } from './readConfig';

const KEY = Buffer.alloc(32, 7).toString('base64');

describe('configuration', () => {
  it('is complete without a line of it', () => {
    expect(readCamundaIdentityConfig(new ConfigReader({}))).toMatchObject({
      admins: [],
      http: { requestTimeoutMs: 5_000, maxPerHost: 8 },
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
      /^camundaIdentity\.admin: unknown key; camundaIdentity has admins, /,
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
      /^camundaIdentity\.serviceAccess\[1\]\.action: unknown key; camundaIdentity\.serviceAccess\[1\] has subject, actions$/,
    ],
    [
      'an unknown key of a secret key',
      { secrets: { keys: [{ id: 'a', value: KEY, name: 'n' }] } },
      /^camundaIdentity\.secrets\.keys\[0\]\.name: unknown key/,
    ],
    [
      'an unknown key of a cloud',
      { microsoft: { clouds: { own: { loginUrl: 'https://a.example' } } } },
      /^camundaIdentity\.microsoft\.clouds\.own\.loginUrl: unknown key/,
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
      /^camundaIdentity\.microsoft\.clouds\.own: expected a section/,
    ],
    [
      'no checks at all',
      { checks: { onDemandPerMinute: 0 } },
      /^camundaIdentity\.checks\.onDemandPerMinute: .* from 1 to 10000, not 0$/,
    ],
    ['half a check', { checks: { onDemandPerMinute: 1.5 } }, /not 1\.5$/],
    ['no limit', { checks: { onDemandPerMinute: 10_001 } }, /not 10001$/],
  ])('refuses %s in one line', (_what, config, message) => {
    expect(refusalOf(config)).toMatch(message);
  });
});

describe('clouds', () => {
  const cloud = (loginBaseUrl: string, name = 'own') => ({
    microsoft: { clouds: { [name]: { title: 'Ours', loginBaseUrl } } },
  });

  it('stand beside those of Microsoft', () => {
    const { clouds } = read(cloud('https://login.example.com/a/')).providers;
    expect(Object.keys(clouds)).toEqual(['global', 'usgov', 'china', 'own']);
    expect(clouds.own).toEqual({
      title: 'Ours',
      loginBaseUrl: 'https://login.example.com/a',
    });
  });

  it.each(['global', 'usgov', 'china'])('do not replace %s', name => {
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
  ])('have no address such as %s', loginBaseUrl => {
    expect(refusalOf(cloud(loginBaseUrl))).toMatch(
      /^camundaIdentity\.microsoft\.clouds\.own\.loginBaseUrl: expected an absolute http\(s\) URL without user, query and fragment/,
    );
  });
});
