import {
  DEFAULT_PROVIDER_CONTEXT,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import {
  localClients,
  LOCAL_TENANT_ID,
  startLocalProvider,
  type LocalProvider,
} from 'camunda-identity-test-provider';
import { serve } from './__testUtils__/server';
import { checkConnection } from './checkConnection';
import type { CheckConnectionOptions } from './CheckConnectionOptions';
import { createDocumentCache } from './checks/DocumentCache';
import type { CheckInput } from './checks/types';
import { GuardedHttp } from './http';

type Change = Parameters<typeof startLocalProvider>[0]['change'];

const http = new GuardedHttp({
  allowPlainHttp: true,
  allowedHosts: ['localhost'],
});
const clients = localClients('generic');
const secretOf = (key: string) =>
  clients.find(client => client.key === key)!.secret!;

let provider: LocalProvider | undefined;
afterEach(async () => {
  await provider?.stop();
  provider = undefined;
});
afterAll(() => http.close());

const optimize = {
  url: 'https://optimize.payments.example.com',
  clientId: 'camunda-optimize',
  audience: 'optimize-api',
};

async function check(
  change: Change,
  input: Partial<CheckInput> = {},
  options: Partial<CheckConnectionOptions> = {},
) {
  provider ??= await startLocalProvider({ port: 0, change });
  return checkConnection(
    {
      camundaVersion: '8.7',
      provider: { type: 'GENERIC', issuer: provider.issuer },
      components: { optimize, zeebe: { clientId: 'camunda-zeebe' } },
      secrets: { optimize: secretOf('optimize'), zeebe: secretOf('zeebe') },
      ...input,
    },
    {
      http,
      providers: DEFAULT_PROVIDER_CONTEXT,
      insecureAllowed: true,
      ...options,
    },
  );
}

const of = (
  { findings }: { findings: Finding[] },
  code: string,
  client?: string,
) =>
  findings.find(
    entry => entry.code === code && entry.subject.client === client,
  );

// Under load a run of fifty takes longer than Jest's five seconds.
jest.setTimeout(30_000);

describe('a correctly configured provider', () => {
  it('has its redirect URIs proved and its tokens verified', async () => {
    const outcome = await check(undefined);
    expect(of(outcome, 'client.redirect-uri', 'optimize')).toMatchObject({
      result: 'pass',
      evidence: { grade: 'proved' },
    });
    for (const code of [
      'client.redirect-uri-open',
      'client.redirect-uri-flow',
      'client.secret',
      'client.token-signature',
      'client.token-issuer',
      'client.token-audience',
      'client.token-lifetime',
      'client.token-client',
    ])
      expect([code, of(outcome, code, 'optimize')?.result]).toEqual([
        code,
        'pass',
      ]);
  });

  it('reveals an unregistered redirect URI and an unknown client', async () => {
    const wrong = await check(undefined, {
      components: { optimize: { ...optimize, url: 'https://elsewhere.test' } },
      secrets: {},
    });
    expect(of(wrong, 'client.redirect-uri', 'optimize')).toMatchObject({
      result: 'fail',
      evidence: { grade: 'proved' },
    });
    const unknown = await check(undefined, {
      components: { optimize: { ...optimize, clientId: 'nobody' } },
      secrets: {},
    });
    expect(of(unknown, 'client.redirect-uri', 'optimize')).toMatchObject({
      result: 'fail',
      message: expect.stringContaining('does not know the client nobody'),
    });
  });

  it('reveals where a logout of the cluster returns to', async () => {
    const cluster = (url: string) => ({
      camundaVersion: '8.9' as const,
      components: {
        orchestration: {
          url,
          clientId: 'camunda-orchestration',
          audience: 'orchestration-api',
        },
      },
      secrets: {},
    });
    const registered = 'https://orchestration.payments.example.com';
    const right = await check(undefined, cluster(registered));
    expect(of(right, 'logout.post-logout-uri', 'orchestration')).toMatchObject({
      result: 'pass',
      evidence: { postLogoutRedirectUri: `${registered}/post-logout` },
    });
    const wrong = await check(
      undefined,
      cluster('https://elsewhere.payments.example.com'),
    );
    expect(of(wrong, 'logout.post-logout-uri', 'orchestration')).toMatchObject({
      result: 'warn',
    });
    // Up to 8.8 the cluster does not sign people out at the provider.
    const before = await check(undefined, {
      ...cluster(registered),
      camundaVersion: '8.8',
    });
    expect(
      of(before, 'logout.post-logout-uri', 'orchestration'),
    ).toBeUndefined();
  });

  it('is not probed with redirect URIs or unknown codes in scheduled runs', async () => {
    const outcome = await check(undefined, {}, { depth: 'scheduled' });
    expect(of(outcome, 'client.redirect-uri', 'optimize')).toBeUndefined();
    expect(of(outcome, 'client.secret', 'optimize')?.result).toBe('pass');
  });

  it('is found if its well-known address was entered as the issuer', async () => {
    provider = await startLocalProvider({ port: 0 });
    const outcome = await check(undefined, {
      provider: {
        type: 'GENERIC',
        issuer: `${provider.issuer}/.well-known/openid-configuration`,
      },
      components: {},
      secrets: {},
    });
    expect(of(outcome, 'discovery.location')).toMatchObject({
      result: 'fail',
      remedy: `Configure ${provider.issuer}`,
    });
  });

  it('that imitates Entra needs /v2.0, and its token version is reported', async () => {
    provider = await startLocalProvider({ port: 0 });
    const entra = localClients('entra').find(({ key }) => key === 'zeebe')!;
    const outcome = await check(
      undefined,
      {
        provider: {
          type: 'MICROSOFT',
          tenantId: LOCAL_TENANT_ID,
          cloud: 'local',
        },
        components: { zeebe: { clientId: entra.clientId } },
        secrets: { zeebe: entra.secret! },
      },
      {
        providers: {
          clouds: {
            local: { title: 'Local', loginBaseUrl: provider.loginBaseUrl },
          },
        },
      },
    );
    expect(of(outcome, 'client.token-issuer', 'zeebe')?.result).toBe('pass');
    expect(of(outcome, 'client.token-audience', 'zeebe')?.result).toBe('pass');
  });

  it('has changes since the last run reported', async () => {
    const first = await check(undefined);
    expect(first.discoveryDigest!.length).toBeLessThanOrEqual(64);
    const same = await check(
      undefined,
      {},
      { previous: { discoveryDigest: first.discoveryDigest } },
    );
    expect(of(same, 'discovery.document-changed')?.result).toBe('pass');
    await provider!.stop();
    provider = undefined;
    const other = await check(
      undefined,
      {},
      { previous: { discoveryDigest: first.discoveryDigest } },
    );
    // Another port, so that every address changes.
    expect(of(other, 'discovery.document-changed')).toMatchObject({
      result: 'warn',
      evidence: { members: expect.arrayContaining(['token_endpoint']) },
    });
  });
});

describe('a provider with an unusual configuration', () => {
  it('requires PAR', async () => {
    const outcome = await check(configuration => ({
      ...configuration,
      features: {
        ...configuration.features,
        pushedAuthorizationRequests: {
          enabled: true,
          requirePushedAuthorizationRequests: true,
        },
      },
    }));
    expect(of(outcome, 'discovery.requirements')?.result).toBe('fail');
    expect(
      of(outcome, 'client.redirect-uri-flow', 'optimize')?.result,
    ).not.toBe('pass');
  });

  it('has no client credentials grant for a client: a made-up code tests the secret', async () => {
    const withoutGrant: Change = configuration => ({
      ...configuration,
      clients: configuration.clients!.map(client => ({
        ...client,
        grant_types: client.redirect_uris?.length
          ? ['authorization_code', 'refresh_token']
          : client.grant_types,
      })),
    });
    const right = await check(withoutGrant);
    expect(of(right, 'client.secret', 'optimize')).toMatchObject({
      result: 'pass',
      evidence: { grade: 'likely', error: 'invalid_grant' },
    });
    const wrong = await check(withoutGrant, {
      secrets: { optimize: 'wr0ng-secret' },
    });
    expect(of(wrong, 'client.secret', 'optimize')?.result).toBe('fail');
    expect(JSON.stringify(wrong)).not.toContain('wr0ng-secret');
  });

  it('issues opaque tokens', async () => {
    const outcome = await check(configuration => ({
      ...configuration,
      features: {
        ...configuration.features,
        resourceIndicators: { enabled: false },
      },
    }));
    expect(of(outcome, 'client.token-format', 'zeebe')?.result).toBe('unknown');
    expect(of(outcome, 'client.token-signature', 'zeebe')).toBeUndefined();
  });

  it('accepts secrets in the body only', async () => {
    const server = await serve((req, res) => {
      req.resume();
      res.setHeader('Content-Type', 'application/json');
      if (req.url!.startsWith('/.well-known'))
        res.end(
          JSON.stringify({
            issuer: server.origin,
            token_endpoint: `${server.origin}/token`,
          }),
        );
      else if (req.headers.authorization)
        res.writeHead(401).end('{"error":"invalid_client"}');
      else res.end('{"access_token":"opaque","token_type":"Bearer"}');
    });
    try {
      const outcome = await check(undefined, {
        provider: { type: 'GENERIC', issuer: server.origin },
      });
      expect(of(outcome, 'client.secret', 'zeebe')?.result).toBe('pass');
      expect(of(outcome, 'client.token-auth-method', 'zeebe')).toMatchObject({
        result: 'info',
        evidence: { authMethod: 'client_secret_post' },
      });
    } finally {
      await server.close();
    }
  });

  it('gives the same answer to every redirect URI', async () => {
    const server = await serve((req, res) => {
      const url = new URL(req.url!, server.origin);
      res.setHeader('Content-Type', 'application/json');
      if (url.pathname.startsWith('/.well-known'))
        res.end(
          JSON.stringify({
            issuer: server.origin,
            authorization_endpoint: `${server.origin}/auth`,
            token_endpoint: `${server.origin}/token`,
            jwks_uri: `${server.origin}/jwks`,
          }),
        );
      else if (url.pathname === '/auth') {
        const target = new URL(url.searchParams.get('redirect_uri')!);
        target.searchParams.set('error', 'login_required');
        target.searchParams.set('state', url.searchParams.get('state')!);
        res.writeHead(302, { Location: target.href }).end();
      } else res.end('{}');
    });
    try {
      const outcome = await check(undefined, {
        provider: { type: 'GENERIC', issuer: server.origin },
        secrets: {},
      });
      expect(of(outcome, 'client.redirect-uri', 'optimize')?.result).toBe(
        'unknown',
      );
      expect(of(outcome, 'client.redirect-uri-open', 'optimize')?.result).toBe(
        'fail',
      );
    } finally {
      await server.close();
    }
  });

  it('might register addresses that it sees: only the configured ones are sent', async () => {
    const seen: string[] = [];
    const server = await serve((req, res) => {
      const url = new URL(req.url!, server.origin);
      const at = `${server.origin}/application/o`;
      res.setHeader('Content-Type', 'application/json');
      if (url.pathname.includes('/.well-known'))
        res.end(
          JSON.stringify({
            issuer: `${at}/camunda/`,
            authorization_endpoint: `${at}/authorize/`,
            token_endpoint: `${at}/token/`,
            jwks_uri: `${at}/camunda/jwks/`,
          }),
        );
      else if (url.pathname.endsWith('/authorize/')) {
        seen.push(url.searchParams.get('redirect_uri')!);
        res.writeHead(400).end('{}');
      } else res.end('{}');
    });
    try {
      await check(undefined, {
        provider: {
          type: 'GENERIC',
          issuer: `${server.origin}/application/o/camunda/`,
        },
        secrets: {},
      });
      expect(seen).toEqual([
        'https://optimize.payments.example.com/api/authentication/callback',
      ]);
    } finally {
      await server.close();
    }
  });

  it('never answers: all planned findings are unknown', async () => {
    const server = await serve(() => {});
    try {
      const outcome = await check(
        undefined,
        { provider: { type: 'GENERIC', issuer: server.origin } },
        { runTimeoutMs: 150 },
      );
      const told = new Set(
        outcome.findings.map(
          ({ code, subject }) => `${code} ${subject.client ?? ''}`,
        ),
      );
      const planned = outcome.plan.filter(
        ({ code, subject }) => subject && !/^(transport|record)\./.test(code),
      );
      expect(planned.length).toBeGreaterThan(30);
      expect([...told]).toEqual(
        expect.arrayContaining(
          planned.map(
            ({ code, subject }) => `${code} ${subject!.client ?? ''}`,
          ),
        ),
      );
    } finally {
      await server.close();
    }
  });
});

it('a sweep fetches the documents of an issuer once for all records', async () => {
  const asked: string[] = [];
  const server = await serve((req, res) => {
    asked.push(req.url!);
    res.setHeader('Content-Type', 'application/json');
    res.end(
      JSON.stringify(
        req.url === '/jwks'
          ? { keys: [{ kty: 'RSA' }] }
          : { issuer: server.origin, jwks_uri: `${server.origin}/jwks` },
      ),
    );
  });
  try {
    const documents = createDocumentCache();
    await Promise.all(
      Array.from({ length: 50 }, () =>
        check(
          undefined,
          {
            provider: { type: 'GENERIC', issuer: server.origin },
            secrets: {},
          },
          { documents, depth: 'scheduled' },
        ),
      ),
    );
    expect(asked.sort()).toEqual([
      '/.well-known/openid-configuration',
      '/jwks',
    ]);
  } finally {
    await server.close();
  }
});
