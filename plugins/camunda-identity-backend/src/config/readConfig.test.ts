import { ConfigReader } from '@backstage/config';
import { readCamundaIdentityConfig } from './readConfig';

const KEY = Buffer.alloc(32, 7).toString('base64');

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
