import type { Finding } from 'backstage-plugin-camunda-identity-common';
import {
  LOCAL_TENANT_ID,
  localClients,
  PERSON,
  signIn,
  startLocalProvider,
} from 'camunda-identity-test-provider';
import { beginLogin, completeLogin, type LoginInput } from '.';
import {
  answerOf,
  COMPONENTS,
  REDIRECT_URI,
  results,
  localSignIns,
} from './__testUtils__/signIns';

jest.setTimeout(60_000);

const { start, options, input, login, provider } = localSignIns();

it('shows the claims of a person’s tokens, and that they suit the component', async () => {
  await start();
  const outcome = await login(input());
  expect(outcome).toMatchObject({
    status: 'pass',
    signedInAs: PERSON.preferred_username,
    initialClaim: { name: 'oid', verdict: 'matches' },
  });
  expect(results(outcome.findings)).toMatchObject({
    'login.response': 'pass',
    'login.response-issuer': 'pass',
    'login.redemption': 'pass',
    'client.secret': 'pass',
    'login.id-token': 'pass',
    'login.id-token-algorithm': 'pass',
    'client.token-signature': 'pass',
    'client.token-issuer': 'pass',
    'client.token-audience': 'pass',
    'login.initial-claim': 'pass',
    'login.profile': 'pass',
    'login.refresh-token': 'pass',
  });
  expect(outcome.claims).toContainEqual({
    name: 'oid',
    idToken: PERSON.oid,
    accessToken: PERSON.oid,
  });
  // Findings about the token contain no personal data.
  expect(JSON.stringify(outcome.findings)).not.toMatch(
    /alice|Aster|7f3c1d52|eyJ/,
  );
});

it('signs in at an imitation of Entra, with its own scope', async () => {
  await start();
  const clients = localClients('entra');
  const { clientId, secret } = clients.find(({ key }) => key === 'identity')!;
  const outcome = await login(
    input({
      provider: {
        type: 'MICROSOFT',
        tenantId: LOCAL_TENANT_ID,
        cloud: 'local',
      },
      components: {
        identity: { url: COMPONENTS.identity.url, clientId },
      },
      secrets: { identity: secret! },
    } as Partial<LoginInput>),
  );
  expect(results(outcome.findings)).toMatchObject({
    'client.token-audience': 'pass',
    'login.initial-claim': 'pass',
  });
  expect(outcome.status).toBe('pass');
});

it('signs in to a single-page application without a secret', async () => {
  await start();
  const outcome = await login(
    input({ client: 'webModeler.ui', secrets: undefined }),
  );
  expect(results(outcome.findings)).toMatchObject({
    'login.redemption': 'pass',
    'login.user-name': 'pass',
    // Zeebe receives the token of the person who deploys, which is issued for the modeler.
    'login.token-audience': 'warn',
  });
  expect(results(outcome.findings)['client.secret']).toBeUndefined();
});

it('reads claims as the cluster does: from the access token, otherwise from ID token and UserInfo', async () => {
  await start();
  const record = input({
    camundaVersion: '8.9',
    client: 'orchestration',
    components: {
      identity: COMPONENTS.identity,
      orchestration: {
        url: 'https://orchestration.payments.example.com',
        clientId: 'camunda-orchestration',
        audience: 'orchestration-api',
        usernameClaim: 'employee',
        groupsClaim: 'groups',
        adminUsers: ['somebody'],
      },
    },
  });
  const missing = await login(record);
  expect(missing.status).toBe('fail');
  expect(results(missing.findings)).toMatchObject({
    'login.user-name': 'fail',
    'login.groups': 'warn',
    // The token is issued for the cluster, but the endpoint belongs to the provider.
    'login.user-info': 'warn',
  });
  await provider().stop();

  await start({
    change: configuration => ({
      ...configuration,
      features: {
        ...configuration.features,
        // Opaque access tokens.
        resourceIndicators: { enabled: false },
      },
    }),
  });
  const opaque = await login(
    input({
      ...record,
      provider: { type: 'GENERIC', issuer: provider().issuer },
      components: {
        ...record.components,
        orchestration: {
          ...record.components.orchestration!,
          usernameClaim: 'preferred_username',
          adminUsers: [PERSON.preferred_username],
        },
      },
    }),
  );
  expect(results(opaque.findings)).toMatchObject({
    'client.token-format': 'warn',
    // In UserInfo only.
    'login.user-name': 'pass',
    'login.initial-claim': 'pass',
    'login.user-info': 'pass',
  });
  expect(opaque.claims).toContainEqual({
    name: 'preferred_username',
    userInfo: PERSON.preferred_username,
  });
});

it('reports that other components cannot use an opaque access token', async () => {
  await start({
    change: configuration => ({
      ...configuration,
      features: {
        ...configuration.features,
        resourceIndicators: { enabled: false },
      },
    }),
  });
  const outcome = await login(input());
  expect(outcome.status).toBe('fail');
  expect(results(outcome.findings)['client.token-format']).toBe('fail');
  expect(outcome.initialClaim).toBeUndefined();
});

it.each([
  ['no such claim', { name: 'employee', value: '7' }, 'missing', 'fail'],
  ['another value', { name: 'oid', value: 'other' }, 'differs', 'info'],
  ['no value to compare', { name: 'oid' }, 'present', 'pass'],
  // A claim that is present but not a text.
  ['a number', { name: 'iat', value: '1' }, 'missing', 'fail'],
] as const)('initial claim: %s', async (_, initialClaim, verdict, result) => {
  await start();
  const outcome = await login(input({ initialClaim }));
  expect(outcome.initialClaim?.verdict).toBe(verdict);
  expect(results(outcome.findings)['login.initial-claim']).toBe(result);
});

it('fails if the token has another component’s audience', async () => {
  await start();
  const outcome = await login(
    input({
      components: {
        ...COMPONENTS,
        identity: { ...COMPONENTS.identity, audience: 'other-api' },
      },
    }),
  );
  expect(results(outcome.findings)['client.token-audience']).toBe('fail');
  expect(outcome.status).toBe('fail');
});

describe('an error response', () => {
  const unredeemed = (findings: readonly Finding[]) =>
    expect(results(findings)['login.redemption']).toBeUndefined();

  it('access_denied by the person is inconclusive', async () => {
    await start();
    const outcome = await login(input(), { deny: true });
    expect(outcome.status).toBe('fail');
    expect(outcome.claims).toEqual([]);
    expect(outcome.findings[0]).toMatchObject({
      code: 'login.response',
      result: 'fail',
      evidence: { error: 'access_denied' },
    });
    unredeemed(outcome.findings);
  });

  it('an error of Entra is explained, and its text is not repeated', async () => {
    await start();
    const outcome = await login(input(), {
      answer: () => ({
        error: '<b>consent_required</b>',
        errorDescription: 'AADSTS50105: tr0ub4dor is not assigned to a role',
      }),
    });
    const [finding] = outcome.findings;
    expect(finding.message).toContain('AADSTS50105');
    expect(JSON.stringify(outcome)).not.toMatch(/tr0ub4dor|<b>/);
  });

  it('an answer from another issuer, or without the promised one, is not redeemed', async () => {
    await start();
    for (const iss of ['https://evil.example.com', undefined]) {
      const outcome = await login(input(), {
        answer: given => ({ ...given, iss }),
      });
      expect(results(outcome.findings)['login.response-issuer']).toBe('fail');
      expect(outcome.status).toBe('fail');
      unredeemed(outcome.findings);
      expect(JSON.stringify(outcome)).not.toContain('evil');
    }
  });
});

describe('a code that yields no tokens', () => {
  it('because it was already redeemed', async () => {
    await start();
    const what = input();
    const { authorizationUrl, kept } = await beginLogin(
      what,
      REDIRECT_URI,
      options(),
    );
    const answer = answerOf(await signIn(authorizationUrl));
    const complete = () => completeLogin(what, kept, answer, options());
    expect((await complete()).status).toBe('pass');
    const again = await complete();
    expect(again.status).toBe('fail');
    expect(
      again.findings.find(({ code }) => code === 'login.redemption'),
    ).toMatchObject({
      result: 'fail',
      message: expect.stringContaining('invalid_grant'),
    });
  });

  it('because of a wrong secret, which is reported', async () => {
    await start();
    const outcome = await login(
      input({ secrets: { identity: 'tr0ub4dor-wrong' } } as object),
    );
    expect(outcome.status).toBe('fail');
    expect(results(outcome.findings)['client.secret']).toBe('fail');
    expect(
      outcome.findings.find(({ code }) => code === 'login.redemption'),
    ).toMatchObject({ causedBy: 'client.secret' });
    expect(JSON.stringify(outcome)).not.toContain('tr0ub4dor');
  });

  it('because the secret is missing or bound to another provider', async () => {
    await start();
    for (const end of [
      { secrets: undefined },
      { tokenOrigins: { identity: 'https://other.example.com' } } as object,
      { secrets: undefined, withheld: { identity: 'unbound' } } as object,
    ]) {
      const outcome = await login(input(), { end: input(end) });
      expect(outcome.status).toBe('unknown');
      expect(outcome.findings).toHaveLength(1);
      expect(outcome.findings[0]).toMatchObject({
        code: expect.stringMatching(/^client\.secret/),
        result: 'unknown',
      });
    }
  });

  it('because the PKCE verifier is another one', async () => {
    await start();
    const what = input();
    const { authorizationUrl, kept } = await beginLogin(
      what,
      REDIRECT_URI,
      options(),
    );
    const answer = answerOf(await signIn(authorizationUrl));
    const other = await beginLogin(what, REDIRECT_URI, options());
    const outcome = await completeLogin(
      what,
      { ...kept, codeVerifier: other.kept.codeVerifier },
      answer,
      options(),
    );
    expect(results(outcome.findings)['login.redemption']).toBe('fail');
  });

  it('because the nonce belongs to another sign-in', async () => {
    await start();
    const what = input();
    const { authorizationUrl, kept } = await beginLogin(
      what,
      REDIRECT_URI,
      options(),
    );
    const answer = answerOf(await signIn(authorizationUrl));
    const outcome = await completeLogin(
      what,
      { ...kept, nonce: 'another' },
      answer,
      options(),
    );
    expect(outcome.status).toBe('fail');
    expect(
      outcome.findings.find(({ code }) => code === 'login.id-token'),
    ).toMatchObject({ result: 'fail', evidence: { claim: 'nonce' } });
    expect(outcome.claims).toEqual([]);
  });

  it('because the provider has become unreachable', async () => {
    await start();
    const outcome = await login(input(), { between: () => provider().stop() });
    expect(outcome.status).not.toBe('pass');
    expect(results(outcome.findings)['login.redemption']).toBe('unknown');
  });
});

it('reports a missing refresh token, and an ID token that no component accepts', async () => {
  await start({
    change: configuration => ({
      ...configuration,
      // A strict reading of OpenID Connect Core 1.0 section 11, since prompt=consent is missing.
      issueRefreshToken: async () => false,
      enabledJWA: { idTokenSigningAlgValues: ['PS256'] },
      clientDefaults: { id_token_signed_response_alg: 'PS256' },
      jwks: {
        keys: configuration.jwks!.keys.map(({ alg: _, ...key }) => key),
      } as never,
    }),
  });
  const outcome = await login(input());
  expect(results(outcome.findings)).toMatchObject({
    'login.refresh-token': 'warn',
    'login.id-token': 'pass',
    'login.id-token-algorithm': 'fail',
  });
});

describe('a sign-in that cannot begin', () => {
  const begin = (change: Partial<LoginInput>) =>
    beginLogin(input(change), REDIRECT_URI, options());

  it.each([
    ['client', { client: 'optimize' }, /has no client "optimize"/],
    ['machine', { client: 'zeebe' }, /nobody signs in to Zeebe/],
    [
      'client ID',
      {
        client: 'webModeler.ui',
        components: { webModeler: { url: 'https://m' } },
      },
      /names no client ID of Web Modeler/,
    ],
    [
      'certificate',
      {
        camundaVersion: '8.9',
        components: {
          identity: { ...COMPONENTS.identity, certificate: { file: '/x.p12' } },
        },
      },
      /authenticates with a certificate/,
    ],
    [
      'discovery document',
      { provider: { type: 'GENERIC', issuer: 'http://localhost:1' } },
      /could not be read/,
    ],
  ])('for lack of a %s', async (_, change, message) => {
    await start();
    await expect(begin(change as Partial<LoginInput>)).rejects.toThrow(
      message as RegExp,
    );
  });

  it('because the authorization endpoint is not a web address', async () => {
    await start({
      prepare: own =>
        own.use(async (ctx, next) => {
          await next();
          if (ctx.path.endsWith('openid-configuration'))
            ctx.body = {
              ...(ctx.body as object),
              // eslint-disable-next-line no-script-url -- a hostile provider's value
              authorization_endpoint: 'javascript:alert(1)',
            };
        }),
    });
    await expect(begin({})).rejects.toThrow(/no authorization endpoint/);
  });
});

it('redeems nothing at an issuer other than the one asked', async () => {
  const asked = await start();
  const other = await startLocalProvider({ port: 0 });
  const outcome = await login(input(), {
    end: input({ provider: { type: 'GENERIC', issuer: other.issuer } }),
    // Its answers name it, which must not matter for where a code is redeemed.
    answer: given => ({ ...given, iss: other.issuer }),
  });
  await other.stop();
  expect(outcome.status).toBe('unknown');
  expect(outcome.findings).toEqual([
    expect.objectContaining({
      code: 'login.redemption',
      result: 'unknown',
      message: expect.stringContaining('another issuer'),
    }),
  ]);
  expect(asked.issuer).not.toBe(other.issuer);
});
