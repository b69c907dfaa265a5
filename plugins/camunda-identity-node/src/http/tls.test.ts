import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createAuthority,
  type TestAuthority,
} from '../__testUtils__/certificates';
import { serveTls, type TestServer } from '../__testUtils__/server';
import { GuardedHttp } from './GuardedHttp';
import type { GuardedHttpOptions } from './GuardedHttpOptions';

const NAME = 'idp.test';

let authority: TestAuthority;
let folder: string;
let caFile: string;
const servers: TestServer[] = [];
const clients: GuardedHttp[] = [];

beforeAll(async () => {
  authority = await createAuthority('Example Corp Root');
  folder = mkdtempSync(join(tmpdir(), 'authorities-'));
  caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, `# ours\n${authority.certificate}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await Promise.all(clients.splice(0).map(http => http.close()));
  await Promise.all(servers.splice(0).map(server => server.close()));
});

const toLoopback = ((_host: string, _options: unknown, done: Function) =>
  done(null, [{ address: '127.0.0.1', family: 4 }])) as never;

function client(options: GuardedHttpOptions = {}) {
  const http = new GuardedHttp({
    allowedHosts: [NAME],
    caFiles: [caFile],
    requestTimeoutMs: 2_000,
    lookup: toLoopback,
    ...options,
  });
  clients.push(http);
  return http;
}

async function start(name: string, days: number) {
  const server = await serveTls(
    await authority.issue({ name, days }),
    NAME,
    (_req, res) =>
      res.setHeader('Content-Type', 'application/json').end('{"a":1}'),
  );
  servers.push(server);
  return server.origin;
}

it('trusts the company’s authority from its file, and remembers the certificate', async () => {
  const origin = await start(NAME, 90);
  const http = client();
  expect((await http.fetch(origin)).status).toBe(200);
  expect(http.seen(origin)!.certificate).toMatchObject({
    subject: NAME,
    issuer: 'Example Corp Root',
    privateAuthority: true,
  });
});

it.each([
  ['an unknown authority', NAME, 90, { caFiles: [] }, 'transport.tls-chain'],
  ['an expired certificate', NAME, -2, {}, 'transport.tls-expiry'],
  ['another name', 'other.test', 90, {}, 'transport.tls-name'],
])('tells %s', async (_, name, days, options, code) => {
  const origin = await start(name, days);
  await expect(client(options).fetch(origin)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(origin),
  });
});

it.each([
  ['no-such-file.pem', undefined, /cannot be read: ENOENT/],
  ['empty.pem', 'nothing', /holds no certificate/],
  [
    'broken.pem',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    /is broken/,
  ],
])('refuses %s at the start', (file, text, reason) => {
  const path = join(folder, file);
  if (text) writeFileSync(path, text);
  expect(() => new GuardedHttp({ caFiles: [path] })).toThrow(reason);
});

describe('through a proxy', () => {
  let proxy: Server;
  let tunnels: string[] = [];
  let uri: string;

  beforeAll(async () => {
    proxy = createServer((_req, res) => res.writeHead(400).end());
    proxy.on('connect', (req, socket) => {
      tunnels.push(req.url!);
      if (req.url!.startsWith('denied.test')) {
        socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      const port = Number(req.url!.split(':')[1]);
      // Unknown names resolve only here, as behind a real proxy.
      const target = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
      socket.on('error', () => target.destroy());
    });
    await new Promise<void>(done => proxy.listen(0, '127.0.0.1', done));
    uri = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    tunnels = [];
  });
  afterAll(() => {
    proxy.closeAllConnections();
    proxy.close();
  });

  it('reaches allowed hosts, although the proxy itself has a private address', async () => {
    const origin = await start(NAME, 90);
    const http = client({
      proxyFor: () => uri,
      lookup: (() => {
        throw new Error('names are the proxy’s to resolve');
      }) as never,
    });
    expect((await http.fetch(origin)).status).toBe(200);
    expect(tunnels).toEqual([new URL(origin).host]);
    expect(http.seen(`https://${NAME}`)!.certificate!.subject).toBe(NAME);
  });

  it('checks certificates as without a proxy', async () => {
    const origin = await start('other.test', 90);
    await expect(
      client({ proxyFor: () => uri }).fetch(origin),
    ).rejects.toMatchObject({ code: 'transport.tls-name' });
  });

  it.each([
    'https://public.example.com',
    'https://93.184.216.34',
    'https://10.0.0.1',
    'https://169.254.169.254',
    'https://metadata.google.internal',
  ])('does not request %s from the proxy', async url => {
    const http = client({
      proxyFor: () => uri,
      allowedHosts: [
        NAME,
        '10.0.0.1',
        '93.184.216.34',
        '169.254.169.254',
        'metadata.google.internal',
      ],
    });
    await expect(http.fetch(url)).rejects.toMatchObject({
      code: 'transport.refused-by-policy',
    });
    expect(tunnels).toEqual([]);
  });

  it('uses the proxy of the environment, with its exceptions', async () => {
    const origin = await start(NAME, 90);
    const before = { ...process.env };
    Object.assign(process.env, { HTTPS_PROXY: uri, NO_PROXY: '' });
    try {
      await client().fetch(origin);
      expect(tunnels).toHaveLength(1);
      process.env.NO_PROXY = NAME;
      await client().fetch(origin);
      expect(tunnels).toHaveLength(1);
    } finally {
      process.env = before;
    }
  });

  it('mentions the proxy when it cannot be reached', async () => {
    await expect(
      client({ proxyFor: () => 'http://127.0.0.1:9' }).fetch(`https://${NAME}`),
    ).rejects.toMatchObject({ message: expect.stringContaining('proxy') });
  });

  it('reports that the proxy refused', async () => {
    await expect(
      client({ proxyFor: () => uri, allowedHosts: ['denied.test'] }).fetch(
        'https://denied.test',
      ),
    ).rejects.toMatchObject({
      code: 'transport.unreachable',
      message: expect.stringMatching(/refused on the way.*proxy/),
    });
  });
});
