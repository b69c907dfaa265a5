import { lookup as systemLookup } from 'node:dns';
import type { IncomingMessage, RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { serve, type TestServer } from '../__testUtils__/server';
import { GuardedRequestError } from './errors';
import { toGuardedRequestError } from './failures';
import { GuardedHttp } from './GuardedHttp';
import type { GuardedHttpOptions } from './GuardedHttpOptions';
import { HttpPolicy } from './policy';

const servers: TestServer[] = [];
const clients: GuardedHttp[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()));
  await Promise.all(clients.splice(0).map(http => http.close()));
});

async function start(listener: RequestListener) {
  const server = await serve(listener);
  servers.push(server);
  return server.origin;
}

function client(options: GuardedHttpOptions = {}) {
  const http = new GuardedHttp({
    allowPlainHttp: true,
    allowedHosts: ['localhost'],
    requestTimeoutMs: 500,
    retryDelayMs: 5,
    ...options,
  });
  clients.push(http);
  return http;
}

/** A fake name service: one answer after the other, repeating the last one. */
function names(...answers: string[][]): typeof systemLookup {
  return ((
    _host: string,
    _options: unknown,
    callback: (error: null, list: object[]) => void,
  ) => {
    const addresses = answers.length > 1 ? answers.shift()! : answers[0];
    callback(
      null,
      addresses.map(address => ({
        address,
        family: address.includes(':') ? 6 : 4,
      })),
    );
  }) as never;
}

/** A name service that fails. */
const failing = (error: Error): typeof systemLookup =>
  ((_host: string, _options: unknown, callback: (error: Error) => void) =>
    callback(error)) as never;

const socketNeverAnswers: RequestListener = () => {};

/** A local port at which nothing listens. */
async function closedPort(): Promise<string> {
  const server = await serve(() => {});
  await server.close();
  return new URL(server.origin).port;
}

const code = (value: string) => expect.objectContaining({ code: value });

describe('addresses', () => {
  it('are all checked when the connection is made', async () => {
    let asked = 0;
    const origin = await start((_req, res) => {
      asked += 1;
      res.setHeader('Content-Type', 'application/json').end('{}');
    });
    const port = new URL(origin).port;
    const options = {
      allowedNetworks: ['127.0.0.0/8'],
      allowedHosts: ['rebind.test'],
    };
    // First an allowed address, then a forbidden one: the second lookup decides the second connection.
    const http = client({
      ...options,
      lookup: names(['127.0.0.1'], ['127.0.0.1', '169.254.169.254']),
    });
    const url = `http://rebind.test:${port}`;
    await expect(http.fetch(url)).resolves.toMatchObject({ status: 200 });
    await Promise.all(servers.splice(0).map(server => server.close()));
    await expect(http.fetch(url)).rejects.toEqual(
      code('transport.refused-by-policy'),
    );
    expect(asked).toBe(1);
  });

  it.each([
    ['127.0.0.1'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::a00:1'],
    ['2002:a00:1::'],
    ['93.184.216.34', '10.0.0.1'],
  ])('refuses a public name at %s', async (...addresses) => {
    const http = client({ lookup: names(addresses) });
    await expect(http.fetch('https://idp.example.com')).rejects.toEqual(
      code('transport.refused-by-policy'),
    );
  });

  it('report an unknown name with its own code if the host is allowed', async () => {
    await expect(
      client({ allowedHosts: ['no-such-host.invalid'] }).fetch(
        'https://no-such-host.invalid',
      ),
    ).rejects.toMatchObject({ code: 'transport.dns' });
  });

  it('count the name lookup towards the time limit', async () => {
    const http = client({
      requestTimeoutMs: 50,
      allowedHosts: ['idp.example.com'],
      lookup: (() => {}) as never,
    });
    await expect(http.fetch('https://idp.example.com')).rejects.toEqual(
      code('transport.timeout'),
    );
  });

  it('outside the allowed hosts all get the same answer, with the reason in the log', async () => {
    const open = await start(socketNeverAnswers);
    const port = new URL(open).port;
    const closed = await closedPort();
    const unknown = Object.assign(new Error('x'), { code: 'ENOTFOUND' });
    const network = { allowedNetworks: ['127.0.0.0/8'] };
    const cases: Array<[string, GuardedHttpOptions, RegExp]> = [
      ['idp.test', { lookup: failing(unknown) }, /transport\.dns/],
      ['idp.test', { lookup: (() => {}) as never }, /transport\.timeout/],
      ['idp.test', { lookup: names(['10.0.0.1']) }, /private/],
      ['idp.test', { lookup: names(['127.0.0.1']) }, /loopback/],
      ['idp.test', { lookup: names(['169.254.169.254']) }, /never asked/],
      [
        `idp.test:${port}`,
        { ...network, lookup: names(['127.0.0.1']) },
        /timeout|handshake/,
      ],
      [
        `idp.test:${closed}`,
        { ...network, lookup: names(['127.0.0.1']) },
        /unreachable: .*refused/,
      ],
      ['idp.test', { proxyFor: () => 'http://127.0.0.1:1' }, /proxy/],
    ];
    const answers = [];
    for (const [host, options, reason] of cases) {
      const lines: string[] = [];
      const http = client({
        allowedHosts: [],
        allowPlainHttp: false,
        requestTimeoutMs: 200,
        log: line => lines.push(line),
        ...options,
      });
      const error = await http.fetch(`https://${host}/x`).catch(e => e);
      expect(error).toBeInstanceOf(GuardedRequestError);
      answers.push([error.code, error.message, error.remedy, error.status]);
      expect(lines).toEqual([expect.stringMatching(reason)]);
    }
    expect(answers[0][1]).toBe('idp.test may not be reached from here');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('on the public internet get the reason in the answer', async () => {
    const refusedThere = Object.assign(new Error('x'), {
      code: 'ECONNREFUSED',
    });
    const policy = new HttpPolicy();
    expect(policy.mayTell('idp.test', ['93.184.216.34'])).toBe(true);
    expect(policy.mayTell('93.184.216.34')).toBe(true);
    for (const addresses of [undefined, [], ['93.184.216.34', '10.0.0.1']])
      expect(policy.mayTell('idp.test', addresses)).toBe(false);
    expect(
      toGuardedRequestError(refusedThere, 'https://idp.test', {
        mayTell: true,
      }).code,
    ).toBe('transport.unreachable');
  });
});

describe('requests', () => {
  it('name product and portal, and have a length', async () => {
    let seen: IncomingMessage['headers'] = {};
    const origin = await start((req, res) => {
      seen = req.headers;
      res.setHeader('Content-Type', 'application/json').end('{}');
    });
    await client({ portal: 'https://portal.example.com (x)\r\nX: y' }).fetch(
      origin,
      {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      },
    );
    expect(seen['user-agent']).toMatch(
      /^backstage-camunda-identity\/\d+\.\d+\.\d+ \(https:\/\/portal\.example\.com xX: y\)$/,
    );
    expect(seen['content-length']).toBe('29');
    expect(seen['transfer-encoding']).toBeUndefined();
    expect(seen.cookie).toBeUndefined();
  });

  it('to one host are queued beyond the limit', async () => {
    let active = 0;
    let most = 0;
    const origin = await start((_req, res) => {
      active += 1;
      most = Math.max(most, active);
      setTimeout(() => {
        active -= 1;
        res.setHeader('Content-Type', 'application/json').end('{}');
      }, 20);
    });
    const http = client({ maxPerHost: 3 });
    await Promise.all(Array.from({ length: 10 }, () => http.fetch(origin)));
    expect(most).toBe(3);
  });

  it('that are queued can be cancelled, and do not block others', async () => {
    const origin = await start((req, res) => {
      if (req.url !== '/hang')
        res.setHeader('Content-Type', 'application/json').end('{}');
    });
    const http = client({ maxPerHost: 1, requestTimeoutMs: 1_000 });
    const controller = new AbortController();
    const hanging = http.fetch(`${origin}/hang`);
    const cancelled = http.fetch(origin, { signal: controller.signal });
    const later = http.fetch(origin);
    controller.abort(new Error('gone'));
    await expect(cancelled).rejects.toThrow('gone');
    await expect(hanging).rejects.toEqual(code('transport.timeout'));
    await expect(later).resolves.toMatchObject({ status: 200 });
  });

  it('are repeated once after a temporary fault, unless they change something', async () => {
    const asked: string[] = [];
    const origin = await start((req, res) => {
      const key = `${req.method} ${req.url}`;
      const again = asked.includes(key);
      asked.push(key);
      if (req.url === '/closed' && !again) {
        req.socket.destroy();
        return;
      }
      if (req.url === '/later') res.setHeader('Retry-After', '60');
      res.statusCode = again ? 200 : 503;
      res.setHeader('Content-Type', 'application/json').end('{}');
    });
    const http = client();
    const status = async (path: string, method = 'GET') =>
      (await http.fetch(`${origin}${path}`, { method })).status;
    expect(await status('/passing')).toBe(200);
    expect(await status('/closed')).toBe(200);
    await expect(status('/later')).rejects.toEqual(
      code('transport.rate-limited'),
    );
    expect(await status('/token', 'POST')).toBe(503);
    expect(asked).toHaveLength(6);
  });
});

describe('answers', () => {
  it('that redirect are not followed', async () => {
    const asked: string[] = [];
    const origin = await start((req, res) => {
      asked.push(req.url!);
      res.writeHead(302, { Location: '/next?secret=1' }).end();
    });
    const error = await client()
      .fetch(`${origin}/a`)
      .catch(caught => caught);
    expect(error).toMatchObject({ code: 'transport.redirect', status: 302 });
    expect(error.message).not.toContain('secret');
    const probe = await client().fetch(`${origin}/b`, { accept: 'any' });
    expect(probe.headers.get('location')).toBe('/next?secret=1');
    expect(asked).toEqual(['/a', '/b']);
  });

  it('must be JSON or have no body, unless any type is requested', async () => {
    const origin = await start((req, res) => {
      res.statusCode = Number(req.url!.slice(1));
      res.setHeader('Content-Type', 'text/html').end('<p>intern s3cret</p>');
    });
    const http = client();
    const error = await http.fetch(`${origin}/200`).catch(caught => caught);
    expect(error).toMatchObject({ code: 'transport.content-type' });
    expect(JSON.stringify([error.message, error.cause])).not.toMatch('s3cret');
    const refused = await http.fetch(`${origin}/401`);
    expect([refused.status, await refused.text()]).toEqual([401, '']);
    const page = await http.fetch(`${origin}/401`, { accept: 'any' });
    expect(await page.text()).toContain('intern');
  });

  it('may be compressed once, and are limited in compressed and decompressed size', async () => {
    const origin = await start((req, res) => {
      res.setHeader('Content-Type', 'application/scim+json');
      res.setHeader('Content-Encoding', req.url!.slice(1));
      res.end(gzipSync('{"a":1}'));
    });
    const http = client();
    const response = await http.fetch(`${origin}/gzip`);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ a: 1 });
    for (const coding of ['gzip,gzip', 'compress', 'deflate', 'br'])
      await expect(http.fetch(`${origin}/${coding}`)).rejects.toEqual(
        code('transport.broken-answer'),
      );
  });

  it('reveal the server’s clock', async () => {
    const origin = await start((req, res) => {
      const shift = Number(req.url!.slice(1)) * 1000;
      res.setHeader('Date', new Date(Date.now() + shift).toUTCString());
      if (shift === -600_000) res.setHeader('Age', '600');
      res.setHeader('Content-Type', 'application/json').end('{}');
    });
    const http = client();
    const skew = async (seconds: number) => {
      await http.fetch(`${origin}/${seconds}`);
      return Math.round(http.seen(origin)!.clockSkewMs! / 1000);
    };
    expect(await skew(0)).toBe(0);
    expect(Math.abs((await skew(3600)) - 3599)).toBeLessThanOrEqual(1);
    expect(Math.abs((await skew(-3600)) + 3599)).toBeLessThanOrEqual(1);
    // Ten minutes in a cache, according to its Age header.
    expect(await skew(-600)).toBe(0);
  });
});
