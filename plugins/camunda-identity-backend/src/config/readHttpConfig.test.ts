import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import {
  GuardedHttp,
  isNeverAsked,
} from 'backstage-plugin-camunda-identity-node';
import { read, refusalOf } from './__testUtils__/read';

const readHttp = (http: object, rest?: object) => read({ http }, rest);
const refused = (http: object) => refusalOf({ http });

const folder = mkdtempSync(join(tmpdir(), 'camunda-identity-'));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const pem = file('root.pem', rootCertificates[0]);

afterAll(() => rmSync(folder, { recursive: true }));

it('reads where checks may go, and which portal they name in requests', () => {
  const options = {
    allowedHosts: [
      'idp.corp.example',
      '*.Corp.example',
      'localhost',
      '10.0.0.5',
      'fd00::1',
      '[fd00::2]',
      'xn--bcher-kva.example',
      'idp.corp.example.',
    ],
    allowedNetworks: ['10.0.0.0/8', 'fd00:1::/32', '169.0.0.0/8'],
    caFiles: [pem],
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
  'https://idp.example.com',
  'idp.example.com:443',
  'idp.example.com:8443',
  '[fd00::1]:443',
  'idp.example.com/realms',
  'idp.example.com?a',
  'ada@idp.example.com',
  'idp example.com',
  '*',
  '*.',
  '*.*.example.com',
  'idp.*.example.com',
  '*example.com',
  '.example.com',
  'idp..example.com',
  '*.10.0.0.1',
])('refuses the host "%s"', host => {
  expect(refused({ allowedHosts: ['localhost', host] })).toBe(
    'camundaIdentity.http.allowedHosts[1]: expected a bare host name such as idp.example.com or *.example.com',
  );
});

it.each([
  ['10.0.0.0/8', /allowedHosts\[0\]: .*; networks go into .*allowedNetworks$/],
  ['169.254.169.254', /allowedHosts\[0\]: .*never asked$/],
  ['[fe80::1]', /allowedHosts\[0\]: .*never asked$/],
  ['bücher.example', /stands in URLs as xn--bcher-kva\.example$/],
  ['*.bücher.example', /stands in URLs as \*\.xn--bcher-kva\.example$/],
  ['fd00:0::1', /stands in URLs as fd00::1$/],
  ['1234', /stands in URLs as 0\.0\.4\.210$/],
])('suggests what to write instead of the host "%s"', (host, message) => {
  expect(refused({ allowedHosts: [host] })).toMatch(message);
});

it.each([
  ['10.0.0.0', /expected a network in CIDR notation/],
  ['10.0.0.0/33', /expected a network in CIDR notation/],
  ['idp.example.com', /expected a network in CIDR notation/],
  ['169.254.0.0/16', /link-local or metadata/],
  ['169.254.169.0/24', /link-local or metadata/],
  ['fe80::/10', /link-local or metadata/],
  ['100.100.100.200/32', /link-local or metadata/],
])('refuses the network "%s"', (network, message) => {
  const line = refused({ allowedNetworks: ['10.0.0.0/8', network] });
  expect(line).toMatch(/^camundaIdentity\.http\.allowedNetworks\[1\]: /);
  expect(line).toMatch(message);
});

// The guard refuses literal addresses before it connects; whatever it would connect to must be valid here.
it.each([
  '169.254.169.254',
  'fe80::1',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
])(
  'refuses exactly the addresses that the guard never requests: %s',
  async ip => {
    expect(isNeverAsked(ip)).toBe(true);
    const http = new GuardedHttp({ allowedNetworks: ['0.0.0.0/0', '::/0'] });
    const url = `https://${ip.includes(':') ? `[${ip}]` : ip}`;
    await expect(http.fetch(url)).rejects.toMatchObject({
      code: 'transport.refused-by-policy',
    });
  },
);

it.each<[string, () => string, RegExp]>([
  ['is not there', () => join(folder, 'none.pem'), /cannot be read: ENOENT$/],
  ['is a folder', () => folder, /cannot be read: EISDIR$/],
  [
    'holds no certificate',
    () => file('a.pem', 'no'),
    /holds no certificate in PEM form$/,
  ],
  [
    'is broken',
    () => file('b.pem', rootCertificates[0].replace(/M/g, 'N')),
    /is broken$/,
  ],
])('names the key of a CA file that %s', (_what, path, message) => {
  const line = refused({ caFiles: [pem, path()] });
  expect(line).toMatch(/^camundaIdentity\.http\.caFiles\[1\]: /);
  expect(line).toMatch(message);
});

it.each<[object, RegExp]>([
  [
    { allowPlainHttp: true },
    /http\.allowPlainHttp: has no effect without http\.allowedHosts/,
  ],
  [{ maxPerHost: 0 }, /http\.maxPerHost: .* from 1 to 100$/],
  [{ maxPerHost: 101 }, /http\.maxPerHost: /],
  [{ requestTimeoutMs: 49 }, /http\.requestTimeoutMs: .* from 50 to 600000/],
  [{ requestTimeoutMs: -1 }, /http\.requestTimeoutMs: /],
  [{ requestTimeoutMs: 50.5 }, /http\.requestTimeoutMs: expected a whole/],
  [{ requestTimeoutMs: 'soon' }, /camundaIdentity\.http\.requestTimeoutMs/],
  [{ runTimeoutMs: 0 }, /http\.runTimeoutMs: .* from 50 to 600000$/],
  [{ runTimeoutMs: 600_001 }, /http\.runTimeoutMs: /],
  [
    { requestTimeoutMs: 20_000 },
    /^camundaIdentity\.http\.runTimeoutMs: is shorter than http\.requestTimeoutMs \(20000\)$/,
  ],
  [{ runTimeoutMs: 4_000 }, /runTimeoutMs: is shorter than/],
])('refuses %j by its key', (http, message) => {
  expect(refused(http)).toMatch(message);
});
