import {
  DEFAULT_PROVIDER_CONTEXT,
  statusOf,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import {
  COMPONENT_URLS,
  localClients,
  startLocalProvider,
  type LocalProvider,
} from 'camunda-identity-test-provider';
import { startRunningCamunda } from './__testUtils__/runningCamunda';
import { checkConnection } from './checkConnection';
import type { CheckInput } from './checks/types';
import { GuardedHttp } from './http';

/* A real provider (oidc-provider) in unusual configurations. */

jest.setTimeout(60_000);

const http = new GuardedHttp({
  allowPlainHttp: true,
  allowedHosts: ['localhost'],
});
afterAll(() => http.close());

type Options = Partial<Parameters<typeof startLocalProvider>[0]>;

const clients = localClients('generic');
const secretOf = (key: string) =>
  clients.find(client => client.key === key)!.secret!;

async function withProvider<T>(
  options: Options,
  use: (provider: LocalProvider) => Promise<T>,
): Promise<T> {
  const provider = await startLocalProvider({ port: 0, ...options });
  try {
    return await use(provider);
  } finally {
    await provider.stop();
  }
}

async function check(provider: LocalProvider, input: Partial<CheckInput> = {}) {
  const { findings } = await checkConnection(
    {
      camundaVersion: '8.7',
      provider: { type: 'GENERIC', issuer: provider.issuer },
      components: {
        optimize: {
          url: COMPONENT_URLS.optimize,
          clientId: 'camunda-optimize',
          audience: 'optimize-api',
        },
        zeebe: { clientId: 'camunda-zeebe', audience: 'zeebe-api' },
      } as never,
      secrets: { optimize: secretOf('optimize'), zeebe: secretOf('zeebe') },
      ...input,
    },
    { http, providers: DEFAULT_PROVIDER_CONTEXT, insecureAllowed: true },
  );
  return findings;
}

const of = (findings: Finding[], code: string, client: string) =>
  findings.find(
    entry => entry.code === code && entry.subject.client === client,
  );

describe('a real provider that', () => {
  it('is configured correctly refuses impossible credentials', async () => {
    const findings = await withProvider({}, check);
    expect(of(findings, 'client.secret', 'zeebe')).toMatchObject({
      result: 'pass',
      evidence: { grade: 'proved' },
    });
    for (const code of ['client.any-client', 'client.any-secret'])
      expect(
        findings
          .filter(entry => entry.code === code)
          .map(({ result }) => result),
      ).not.toContain('fail');
    expect(
      findings.find(({ code }) => code === 'client.redirect-uri-state')?.result,
    ).toBe('pass');
  });

  it('requires PKCE refuses what a component without it sends', async () => {
    await withProvider(
      { change: same => ({ ...same, pkce: { required: () => true } }) },
      async provider => {
        const camunda = await startRunningCamunda({
          component: 'optimize',
          version: '8.7',
          authorizationEndpoint: `${provider.issuer}/auth`,
          clientId: 'camunda-optimize',
          redirectUri: () =>
            `${COMPONENT_URLS.optimize}/api/authentication/callback`,
        });
        try {
          const findings = await check(provider, {
            components: {
              optimize: { url: camunda.url, clientId: 'camunda-optimize' },
            } as never,
            secrets: {},
          });
          expect(
            of(findings, 'running.registration', 'optimize'),
          ).toMatchObject({
            result: 'fail',
            message: expect.stringContaining('sends no PKCE'),
          });
        } finally {
          await camunda.close();
        }
        // The record's own address, asked with PKCE, is registered.
        const own = await check(provider);
        expect(of(own, 'client.redirect-uri', 'optimize')?.result).toBe('pass');
      },
    );
  });

  it('has no client credentials grant distinguishes secrets by redeeming a made-up code', async () => {
    await withProvider(
      {
        change: same => ({
          ...same,
          features: { ...same.features, clientCredentials: { enabled: false } },
          clients: same.clients!.map(client => ({
            ...client,
            grant_types: client.redirect_uris?.length
              ? ['authorization_code', 'refresh_token']
              : [],
          })),
        }),
      },
      async provider => {
        const right = await check(provider);
        expect(of(right, 'client.secret', 'optimize')).toMatchObject({
          result: 'pass',
          evidence: { grade: 'likely' },
        });
        expect(of(right, 'client.token', 'zeebe')?.result).toBe('fail');
        const wrong = await check(provider, {
          secrets: { optimize: 'wr0ng-secret-of-it' },
        });
        expect(of(wrong, 'client.secret', 'optimize')?.result).toBe('fail');
      },
    );
  });

  it('accepts secrets in the body only is judged by how each component sends them', async () => {
    await withProvider(
      {
        change: same => ({
          ...same,
          clientAuthMethods: ['client_secret_post', 'none'],
          clients: same.clients!.map(client => ({
            ...client,
            token_endpoint_auth_method: client.client_secret
              ? 'client_secret_post'
              : 'none',
          })),
        }),
        // This provider accepts both whatever it lists; a strict one does not.
        prepare: provider =>
          provider.use(async (ctx, next) => {
            if (ctx.path !== '/token' || !ctx.headers.authorization)
              return next();
            ctx.status = 401;
            ctx.body = { error: 'invalid_client' };
            return undefined;
          }),
      },
      async provider => {
        const findings = await check(provider);
        expect(of(findings, 'client.secret', 'zeebe')?.result).toBe('pass');
        const cluster = await check(provider, {
          camundaVersion: '8.9',
          components: {
            orchestration: {
              url: COMPONENT_URLS.orchestration,
              clientId: 'camunda-orchestration',
              audience: 'orchestration-api',
            },
          } as never,
          secrets: { orchestration: secretOf('orchestration') },
        });
        expect(
          of(cluster, 'client.token-auth-method', 'orchestration')?.result,
        ).toBe('warn');
        expect(
          cluster.find(({ code }) => code === 'discovery.auth-methods')?.result,
        ).toBe('warn');
      },
    );
  });

  it('returns errors without detail is judged by comparison with wrong credentials', async () => {
    await withProvider(
      {
        prepare: provider =>
          provider.use(async (ctx, next) => {
            await next();
            if (ctx.status < 400) return;
            const { status } = ctx;
            ctx.body = '';
            ctx.status = status;
            ctx.remove('WWW-Authenticate');
          }),
      },
      async provider => {
        const right = await check(provider);
        expect(of(right, 'client.secret', 'zeebe')?.result).toBe('pass');
        expect(of(right, 'client.redirect-uri', 'optimize')?.result).toBe(
          'pass',
        );
        const wrong = await check(provider, {
          components: {
            optimize: {
              url: 'https://nowhere.example.com',
              clientId: 'camunda-optimize',
            },
            zeebe: { clientId: 'camunda-zeebe' },
          } as never,
          secrets: { zeebe: 'wr0ng-secret-of-it' },
        });
        expect(of(wrong, 'client.secret', 'zeebe')).toMatchObject({
          result: 'fail',
          evidence: { grade: 'likely' },
        });
        expect(of(wrong, 'client.redirect-uri', 'optimize')).toMatchObject({
          result: 'fail',
          evidence: { grade: 'likely' },
        });
        expect(statusOf(wrong)).toBe('fail');
      },
    );
  });
});
