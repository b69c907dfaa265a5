import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import {
  DEFAULT_PROVIDER_CONTEXT,
  statusOf,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import {
  localClients,
  LOCAL_TENANT_ID,
  startLocalProvider,
  type LocalProvider,
} from 'camunda-identity-test-provider';
import { serve, type TestServer } from './__testUtils__/server';
import { checkConnection } from './checkConnection';
import type { CheckConnectionOptions } from './CheckConnectionOptions';
import type { CheckInput } from './checks/types';
import { GuardedHttp } from './http';

const http = new GuardedHttp({
  allowPlainHttp: true,
  allowedHosts: ['localhost'],
  requestTimeoutMs: 2_000,
  maxBodyBytes: 64 * 1024,
});

afterAll(() => http.close());

function check(
  input: Partial<CheckInput> & Pick<CheckInput, 'provider'>,
  options: Partial<CheckConnectionOptions> = {},
) {
  return checkConnection(
    { camundaVersion: '8.7', components: {}, ...input },
    {
      http,
      providers: DEFAULT_PROVIDER_CONTEXT,
      insecureAllowed: true,
      runTimeoutMs: 6_000,
      ...options,
    },
  );
}

/**
 * The findings, without the remarks on http and loopback that every test has, and without transport checks that
 * passed.
 */
function verdicts(findings: Finding[]) {
  return findings
    .filter(({ code }) => !code.startsWith('record.'))
    .filter(
      ({ code, result }) =>
        !code.startsWith('transport.') || ['warn', 'fail'].includes(result),
    )
    .map(
      ({ code, result, subject }) =>
        `${code}${subject.client ? ` ${subject.client}` : ''} ${result}`,
    );
}

/** The same without what passed or did not apply. */
function notInOrder(findings: Finding[]) {
  return verdicts(findings).filter(entry => !/ (pass|skipped)$/.test(entry));
}

describe('a real provider', () => {
  let provider: LocalProvider;
  const clients = localClients('generic');
  const components: CheckInput['components'] = {
    zeebe: { clientId: clients.find(({ key }) => key === 'zeebe')!.clientId },
    connectors: {
      mode: 'outbound',
      clientId: clients.find(({ key }) => key === 'connectors')!.clientId,
    },
  };

  beforeAll(async () => {
    provider = await startLocalProvider({ port: 0 });
  });
  afterAll(() => provider.stop());

  it('passes, reports findings as they are made, and discovers endpoints', async () => {
    const seen: string[] = [];
    const outcome = await check(
      { provider: { type: 'GENERIC', issuer: provider.issuer } },
      { onFinding: ({ code }) => seen.push(code) },
    );
    expect(notInOrder(outcome.findings)).toEqual([
      'discovery.endpoint-urls info',
    ]);
    expect(verdicts(outcome.findings)).toEqual(
      expect.arrayContaining([
        'discovery.document pass',
        'discovery.issuer-mismatch pass',
        'discovery.endpoints pass',
        'discovery.pkce pass',
        'jwks.document pass',
        'jwks.usable-key pass',
        'logout.endpoint pass',
      ]),
    );
    expect(seen).toEqual(outcome.findings.map(({ code }) => code));
    expect(statusOf(outcome.findings)).toBe('pass');
    expect(outcome.discovered).toMatchObject({
      tokenUrl: `${provider.issuer}/token`,
      jwksUrl: `${provider.issuer}/jwks`,
    });
    const planned = outcome.plan.map(({ code }) => code);
    for (const { code } of outcome.findings) expect(planned).toContain(code);
  });

  it('distinguishes a right secret from a wrong one, and repeats neither', async () => {
    const right = clients.find(({ key }) => key === 'zeebe')!.secret!;
    const wrong = 'wr0ng-and-not-to-be-repeated';
    const { findings } = await check({
      provider: { type: 'GENERIC', issuer: provider.issuer },
      components,
      secrets: { zeebe: right, connectors: wrong },
    });
    expect(verdicts(findings)).toEqual(
      expect.arrayContaining([
        'client.secret zeebe pass',
        'client.token zeebe pass',
        'client.secret connectors fail',
      ]),
    );
    const text = JSON.stringify(findings);
    expect(text).not.toContain(right);
    expect(text).not.toContain(wrong);
    expect(text).not.toContain('eyJ');
  });

  it("understands Entra's scopes and its error for an unknown application", async () => {
    const entra = localClients('entra');
    const of = (key: string) => entra.find(client => client.key === key)!;
    const { findings } = await check(
      {
        provider: {
          type: 'MICROSOFT',
          tenantId: LOCAL_TENANT_ID,
          cloud: 'local',
        },
        components: {
          zeebe: { clientId: of('zeebe').clientId },
          operate: {
            url: 'https://operate.example.com',
            clientId: '0a1b2c3d-ffff-4000-8000-000000000000',
          },
        },
        secrets: { zeebe: of('zeebe').secret!, operate: 'x' },
      },
      {
        providers: {
          clouds: {
            local: { title: 'Local', loginBaseUrl: provider.loginBaseUrl },
          },
        },
      },
    );
    expect(verdicts(findings)).toEqual(
      expect.arrayContaining([
        'discovery.issuer-mismatch pass',
        'client.token zeebe pass',
        'client.secret operate unknown',
      ]),
    );
    expect(
      findings.find(
        ({ code, subject }) =>
          code === 'client.secret' && subject.client === 'operate',
      ),
    ).toMatchObject({ message: expect.stringContaining('AADSTS700016') });
  });

  it('is reported as unreachable when it does not answer', async () => {
    const gone = await startLocalProvider({ port: 0 });
    await gone.stop();
    const { findings } = await check({
      provider: { type: 'GENERIC', issuer: gone.issuer },
    });
    expect(notInOrder(findings)).toEqual(['transport.unreachable fail']);
    expect(verdicts(findings)).toContain('jwks.document skipped');
    expect(
      findings.find(({ code }) => code === 'transport.unreachable')!.message,
    ).toMatch(/refused/);
  });

  it('stops being checked when the run is cancelled', async () => {
    const controller = new AbortController();
    const run = check(
      { provider: { type: 'GENERIC', issuer: provider.issuer } },
      {
        signal: controller.signal,
        onPlan: () => controller.abort(new Error('gone')),
      },
    );
    await expect(run).rejects.toThrow('gone');
  });
});

describe('a provider that misbehaves', () => {
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  const json = (res: ServerResponse, value: unknown) =>
    res
      .setHeader('Content-Type', 'application/json')
      .end(JSON.stringify(value));

  /** A good discovery document, to be changed. */
  const document = (origin: string) => ({
    issuer: origin,
    authorization_endpoint: `${origin}/auth`,
    token_endpoint: `${origin}/token`,
    jwks_uri: `${origin}/jwks`,
  });

  async function verdictsOf(
    answer: (
      req: IncomingMessage,
      res: ServerResponse,
      origin: string,
    ) => unknown,
  ) {
    let origin = '';
    server = await serve((req, res) => answer(req, res, origin));
    origin = server.origin;
    const { findings } = await check({
      provider: { type: 'GENERIC', issuer: origin },
    });
    expect(statusOf(findings)).toBe('fail');
    return verdicts(findings.filter(({ result }) => result === 'fail'));
  }

  it.each<
    [
      string,
      (req: IncomingMessage, res: ServerResponse, origin: string) => unknown,
      string,
    ]
  >([
    ['never answers', () => {}, 'transport.timeout fail'],
    [
      'drips',
      (_req, res) => {
        const timer = setInterval(() => res.write(' '), 50);
        res.on('close', () => clearInterval(timer));
      },
      'transport.timeout fail',
    ],
    [
      'answers without end',
      (_req, res) => {
        const chunk = Buffer.alloc(64 * 1024, 'x');
        const more = () => {
          while (!res.destroyed && res.write(chunk));
        };
        res.on('drain', more);
        more();
      },
      'transport.too-large fail',
    ],
    [
      'answers a compressed bomb',
      (_req, res) => {
        res.setHeader('Content-Type', 'application/json');
        res.setHeader('Content-Encoding', 'gzip');
        res.end(gzipSync(Buffer.alloc(20 * 1024 * 1024, '{')));
      },
      'transport.too-large fail',
    ],
    [
      'answers HTML',
      (_req, res) =>
        res.setHeader('Content-Type', 'text/html').end('<p>s3cret</p>'),
      'transport.content-type fail',
    ],
    [
      'answers truncated JSON',
      (_req, res) =>
        res.setHeader('Content-Type', 'application/json').end('{"issuer": "h'),
      'discovery.document fail',
    ],
    ['answers a list', (_req, res) => json(res, []), 'discovery.document fail'],
    ['answers null', (_req, res) => json(res, null), 'discovery.document fail'],
    [
      'answers 404',
      (_req, res) => res.writeHead(404).end(),
      'discovery.document fail',
    ],
    [
      'redirects to a metadata address',
      (_req, res) =>
        res.writeHead(302, { Location: 'http://169.254.169.254/' }).end(),
      'transport.redirect fail',
    ],
    [
      'names another issuer',
      (_req, res, origin) =>
        json(res, { ...document(origin), issuer: 'https://other.example.com' }),
      'discovery.issuer-mismatch fail',
    ],
    [
      'closes the connection',
      req => req.socket.destroy(),
      'transport.unreachable fail',
    ],
    [
      'has no token endpoint',
      (req, res, origin) => {
        const { token_endpoint: _, ...rest } = document(origin);
        json(res, req.url === '/jwks' ? { keys: [{ kty: 'RSA' }] } : rest);
      },
      'discovery.endpoints fail',
    ],
    [
      'points its key set at a metadata address',
      (_req, res, origin) =>
        json(res, {
          ...document(origin),
          jwks_uri: 'http://169.254.169.254/jwks',
        }),
      'jwks.document fail',
    ],
    [
      'points its key set nowhere',
      (_req, res, origin) => json(res, { ...document(origin), jwks_uri: 'x' }),
      'jwks.document fail',
    ],
    [
      'has an empty key set',
      (req, res, origin) =>
        json(res, req.url === '/jwks' ? { keys: [] } : document(origin)),
      'jwks.document fail',
    ],
    [
      'has only unusable keys',
      (req, res, origin) =>
        json(
          res,
          req.url === '/jwks'
            ? { keys: [null, { kty: 'oct', k: 'x' }, { kty: 'RSA', n: 1 }] }
            : document(origin),
        ),
      'jwks.usable-key fail',
    ],
  ])('%s', async (_, answer, expected) => {
    expect(await verdictsOf(answer)).toContain(expected);
  });

  it('is not quoted when its body is not JSON', async () => {
    server = await serve((_req, res) =>
      res.setHeader('Content-Type', 'text/html').end('<p>internal s3cret</p>'),
    );
    const { findings } = await check({
      provider: { type: 'GENERIC', issuer: server.origin },
    });
    expect(JSON.stringify(findings)).not.toContain('s3cret');
  });

  it('cannot exceed the time limit of a run', async () => {
    server = await serve(() => {});
    const { findings } = await check(
      { provider: { type: 'GENERIC', issuer: server.origin } },
      {
        runTimeoutMs: 100,
        http: new GuardedHttp({
          allowPlainHttp: true,
          allowedHosts: ['localhost'],
        }),
      },
    );
    expect(verdicts(findings)).toContain('transport.timeout fail');
  });

  it('is not reported as broken when the portal closes its connections', async () => {
    let reached = () => {};
    const asked = new Promise<void>(done => {
      reached = done;
    });
    server = await serve(() => reached());
    const closing = new GuardedHttp({
      allowPlainHttp: true,
      allowedHosts: ['localhost'],
    });
    const found: string[] = [];
    const run = check(
      { provider: { type: 'GENERIC', issuer: server.origin } },
      { http: closing, onFinding: ({ code }) => found.push(code) },
    );
    const ended = run.catch(error => error);
    await asked;
    await closing.close();
    expect(await ended).toMatchObject({ name: 'ServiceUnavailableError' });
    expect(found.filter(code => code.startsWith('transport.'))).toEqual([]);
    // Nor does a run that begins too late say anything about the provider.
    await expect(
      check(
        { provider: { type: 'GENERIC', issuer: server.origin } },
        { http: closing },
      ),
    ).rejects.toThrow('shutting down');
    await closing.close();
  });

  it('receives no request where the policy forbids it', async () => {
    let asked = 0;
    server = await serve((_req, res) => {
      asked += 1;
      res.end();
    });
    const { findings } = await check(
      { provider: { type: 'GENERIC', issuer: server.origin } },
      { http: new GuardedHttp() },
    );
    expect(verdicts(findings)).toContain('transport.refused-by-policy fail');
    expect(asked).toBe(0);
  });

  it('has secrets masked that it repeats in an answer', async () => {
    let origin = '';
    server = await serve((req, res) => {
      if (req.url !== '/token') {
        json(res, req.url === '/jwks' ? { keys: [] } : document(origin));
        return;
      }
      res.statusCode = 400;
      json(res, {
        error: 'unauthorized_client',
        error_description: 'no grant for my-s3cret',
      });
    });
    origin = server.origin;
    const { findings } = await check({
      provider: { type: 'GENERIC', issuer: origin },
      components: { zeebe: { clientId: 'zeebe' } },
      secrets: { zeebe: 'my-s3cret' },
    });
    expect(verdicts(findings)).toContain('client.token zeebe fail');
    expect(JSON.stringify(findings)).not.toContain('my-s3cret');
  });
});
