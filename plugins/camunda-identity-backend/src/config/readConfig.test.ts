import { ConfigReader } from '@backstage/config';
import { readCamundaIdentityConfig } from './readConfig';

const KEY = Buffer.alloc(32, 7).toString('base64');

const ENTRA = {
  type: 'MICROSOFT',
  tenantId: '9a95fd9e-005d-487a-9a01-d08c1eab2757',
};
const PRESET = { name: 'a', title: 'A', provider: ENTRA };

function read(camundaIdentity: object, rest: object = {}) {
  return readCamundaIdentityConfig(
    new ConfigReader({ camundaIdentity, ...rest } as never),
  );
}

describe('configuration', () => {
  it('is complete without a line of it', () => {
    expect(readCamundaIdentityConfig(new ConfigReader({}))).toMatchObject({
      admins: [],
      onDemandPerMinute: 10,
      ownershipFloor: true,
      secretKeys: [],
    });
  });

  it.each<[string, object, RegExp]>([
    [
      'an unknown key',
      { admin: [] },
      /^camundaIdentity\.admin: unknown key; .*admins/,
    ],
    [
      'an unknown key within',
      { checks: { evry: 1 } },
      /^camundaIdentity\.checks\.evry: /,
    ],
    [
      'a key of every object',
      { constructor: {} },
      /^camundaIdentity\.constructor: /,
    ],
    ['a text for a section', { checks: 'P1D' }, /^camundaIdentity\.checks: /],
    [
      'no checks at all',
      { checks: { onDemandPerMinute: 0 } },
      /onDemandPerMinute: .*at least 1, not 0/,
    ],
    ['half a check', { checks: { onDemandPerMinute: 1.5 } }, /whole number/],
    ['a short admin', { admins: ['platform'] }, /admins: "platform"/],
    [
      'an unknown action',
      { serviceAccess: [{ subject: 's', actions: ['read'] }] },
      /unknown action "read"/,
    ],
    [
      'a service twice',
      {
        serviceAccess: [
          { subject: 's', actions: [] },
          { subject: 's', actions: [] },
        ],
      },
      /s stands there twice/,
    ],
    [
      'no floor without permissions',
      { authorization: { ownershipFloor: false } },
      /permission\.enabled/,
    ],
    ['http without hosts', { http: { allowPlainHttp: true } }, /allowedHosts/],
    [
      'a short key',
      { secrets: { keys: [{ id: 'a', value: 'c2hvcnQ=' }] } },
      /value of "a" is not 32 bytes/,
    ],
    [
      'an id with spaces',
      { secrets: { keys: [{ id: 'a b', value: KEY }] } },
      /the id "a b"/,
    ],
    [
      'a key twice',
      {
        secrets: {
          keys: [
            { id: 'a', value: KEY },
            { id: 'a', value: KEY },
          ],
        },
      },
      /"a" stands there twice/,
    ],
    [
      'a preset with an address that is no issuer',
      {
        presets: [
          {
            name: 'a',
            title: 'A',
            provider: {
              type: 'GENERIC',
              issuer:
                'https://idp.example.com/.well-known/openid-configuration',
            },
          },
        ],
      },
      /^camundaIdentity\.presets\.0\.provider\.issuer: this is the address/,
    ],
    [
      'a preset of a cloud that is not there',
      { presets: [{ ...PRESET, provider: { ...ENTRA, cloud: 'moon' } }] },
      /presets\.0\.provider\.cloud: unknown cloud/,
    ],
    [
      'a preset with a key that nobody reads',
      { presets: [{ ...PRESET, isuer: 'https://idp.example.com' }] },
      /presets\.0\.isuer: unknown key/,
    ],
    [
      'a preset twice',
      { presets: [PRESET, PRESET] },
      /presets\.1\.name: "a" stands there twice/,
    ],
    [
      'two defaults',
      {
        presets: [
          { ...PRESET, default: true },
          { ...PRESET, name: 'b', default: true },
        ],
      },
      /^camundaIdentity\.presets: more than one of them is the default/,
    ],
    [
      'presets that are no list',
      { presets: PRESET },
      /presets: expected a list/,
    ],
  ])('refuses %s in one line', (_what, config, message) => {
    let line = '';
    try {
      read(config);
    } catch (error) {
      line = (error as Error).message;
    }
    expect(line).toMatch(message);
    expect(line).not.toMatch(/\n|c2hvcnQ=/);
  });

  it('reads keys and hands over to the policy where permissions are on', () => {
    const config = read(
      {
        authorization: { ownershipFloor: false },
        secrets: { keys: [{ id: 'k1', value: KEY }] },
      },
      { permission: { enabled: true } },
    );
    expect(config.ownershipFloor).toBe(false);
    expect(config.secretKeys).toEqual([
      { id: 'k1', value: new Uint8Array(32).fill(7) },
    ]);
  });
});

it('reads presets, also of a cloud that the installation adds', () => {
  const presets = [
    { ...PRESET, default: true, docsUrl: 'https://wiki.example.com/?p=1#idp' },
    { ...PRESET, name: 'b', provider: { ...ENTRA, cloud: 'sovereign' } },
  ];
  const microsoft = {
    clouds: {
      sovereign: { title: 'Ours', loginBaseUrl: 'https://login.example.com' },
    },
  };
  expect(read({ presets, microsoft }).presets).toEqual(presets);
  expect(read({}).presets).toEqual([]);
});

const readHttp = (http: object, rest: object = {}) =>
  readCamundaIdentityConfig(
    new ConfigReader({ ...rest, camundaIdentity: { http } } as never),
  );

it('reads where checks may go, and which portal they name', () => {
  const options = {
    allowedHosts: ['idp.corp.example'],
    allowedNetworks: ['10.0.0.0/8'],
    caFiles: ['/etc/ssl/corp.pem'],
    maxPerHost: 3,
    requestTimeoutMs: 100,
  };
  const { http, runTimeoutMs } = readHttp(
    { ...options, runTimeoutMs: 200 },
    { app: { baseUrl: 'https://portal.example.com' } },
  );
  expect(http).toEqual({
    ...options,
    allowPlainHttp: false,
    portal: 'https://portal.example.com',
  });
  expect(runTimeoutMs).toBe(200);
  expect(
    readHttp({}, { organization: { name: 'Example Corp' } }).http.portal,
  ).toBe('Example Corp');
});

it.each([
  [{ allowPlainHttp: true }, /allowPlainHttp has no effect/],
  [{ maxPerHost: 0 }, /maxPerHost is not a positive whole number: 0/],
  [{ maxPerHost: 1.5 }, /maxPerHost/],
])('refuses %j by its key', (http, message) => {
  expect(() => readHttp(http)).toThrow(message);
});
