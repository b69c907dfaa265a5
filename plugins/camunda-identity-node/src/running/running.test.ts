import {
  DEFAULT_PROVIDER_CONTEXT,
  statusOf,
  type CamundaVersion,
  type ClientKey,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import {
  AUDIENCE,
  FaultyProvider,
  makeKeys,
  SECRET,
  type Faults,
  type Keys,
} from '../__testUtils__/faults/FaultyProvider';
import {
  startRunningCamunda,
  type RunningOptions,
} from '../__testUtils__/runningCamunda';
import { checkConnection } from '../checkConnection';
import type { CheckInput } from '../checks/types';
import { GuardedHttp } from '../http';

/*
 * The components here are stand-ins that answer as Camunda's sources say (see runningCamunda.ts). Tested is how
 * such answers are judged, not that a Camunda of that version gives them.
 */

jest.setTimeout(60_000);

const http = new GuardedHttp({
  allowPlainHttp: true,
  allowedHosts: ['localhost'],
});
let keys: Keys;
beforeAll(async () => {
  keys = await makeKeys('main');
});
afterAll(() => http.close());

interface Case {
  options?: Partial<RunningOptions>;
  faults?: Faults;
  input?: Partial<CheckInput>;
  run?: { running?: boolean; depth?: 'full' | 'scheduled' };
}

async function observe(
  component: ClientKey,
  version: CamundaVersion,
  { options, faults, input, run }: Case = {},
) {
  const provider = new FaultyProvider(
    { registered: uri => !uri.includes('/.probe/'), ...faults },
    keys,
  );
  await provider.start();
  const camunda = await startRunningCamunda({
    component,
    version,
    authorizationEndpoint: `${provider.origin}/auth`,
    clientId: component,
    issuers: [provider.origin],
    ...options,
  });
  const [name] = component.split('.');
  const own = { url: camunda.url, clientId: component, audience: component };
  const shape =
    name === 'webModeler' || name === 'hub'
      ? { url: camunda.url, ui: { clientId: 'ui' }, api: { audience: 'x' } }
      : own;
  try {
    const { findings, plan } = await checkConnection(
      {
        camundaVersion: version,
        provider: { type: 'GENERIC', issuer: provider.origin },
        ...input,
        components: { [name]: shape, ...input?.components } as never,
      },
      {
        http,
        providers: DEFAULT_PROVIDER_CONTEXT,
        insecureAllowed: true,
        ...run,
      },
    );
    const planned = new Set(plan.map(({ code }) => code));
    for (const { code } of findings) expect(planned).toContain(code);
    const running = findings.filter(({ code }) => code.startsWith('running.'));
    return { findings, running, asked: camunda.asked };
  } finally {
    await camunda.close();
    await provider.stop();
  }
}

const short = (findings: readonly Finding[]) =>
  findings
    .filter(({ result }) => result !== 'skipped')
    .map(({ code, result }) => `${code.replace('running.', '')} ${result}`)
    .sort();

const ALL_WELL = [
  'client pass',
  'provider pass',
  'redirect-uri pass',
  'registration pass',
  'scopes pass',
  'sign-in pass',
];

describe('a component that is configured according to the record', () => {
  it.each<[ClientKey, CamundaVersion, string[]]>([
    ['operate', '8.5', ['pkce info']],
    ['operate', '8.6', ['pkce info']],
    ['operate', '8.7', ['pkce info']],
    ['tasklist', '8.5', ['pkce info']],
    ['tasklist', '8.7', ['pkce info']],
    ['optimize', '8.5', ['pkce info']],
    ['optimize', '8.7', ['pkce info']],
    ['optimize', '8.9', ['pkce info']],
    ['optimize', '8.10', ['pkce pass']],
    ['identity', '8.5', ['pkce info']],
    ['identity', '8.8', ['pkce info']],
    ['identity', '8.10', ['pkce info']],
    ['orchestration', '8.8', ['pkce info', 'protection pass']],
    [
      'orchestration',
      '8.9',
      ['base-url pass', 'issuer pass', 'pkce pass', 'protection pass'],
    ],
    [
      'orchestration',
      '8.10',
      ['base-url pass', 'issuer pass', 'pkce pass', 'protection pass'],
    ],
  ])('%s %s', async (component, version, more) => {
    const { running, asked } = await observe(component, version);
    expect(short(running)).toEqual([...ALL_WELL, ...more].sort());
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it.each<[ClientKey, CamundaVersion]>([
    ['webModeler.ui', '8.7'],
    ['webModeler.ui', '8.9'],
    ['console', '8.8'],
    ['hub.ui', '8.10'],
  ])(
    '%s %s cannot be observed, which is no pass',
    async (component, version) => {
      const { running } = await observe(component, version);
      const signIn = running.find(({ code }) => code === 'running.sign-in');
      expect(signIn?.result).toBe('unknown');
      expect(signIn?.message).toMatch(/within the browser/);
      expect(short(running)).not.toContain('sign-in pass');
    },
  );
});

type Row = [
  what: string,
  component: ClientKey,
  version: CamundaVersion,
  setting: Case,
  expected: string,
  says: RegExp,
];

describe('a component that', () => {
  it.each<Row>([
    [
      'accepts its own passwords',
      'orchestration',
      '8.8',
      { options: { method: 'basic' } },
      'sign-in fail',
      /method to oidc/,
    ],
    [
      'accepts its own passwords, 8.10',
      'orchestration',
      '8.10',
      { options: { method: 'basic' } },
      'sign-in fail',
      /user names and passwords of its own/,
    ],
    [
      'lacks the profile identity-auth',
      'operate',
      '8.7',
      { options: { method: 'basic' } },
      'sign-in fail',
      /identity-auth/,
    ],
    [
      'lacks the profile, Tasklist',
      'tasklist',
      '8.6',
      { options: { status: 405 } },
      'sign-in fail',
      /identity-auth/,
    ],
    [
      'has an open API',
      'orchestration',
      '8.9',
      { options: { unprotected: true } },
      'protection fail',
      /unprotected-api/,
    ],
    [
      'uses another provider',
      'optimize',
      '8.7',
      { options: { authorizationEndpoint: 'https://other.example.com/auth' } },
      'provider fail',
      /other\.example\.com/,
    ],
    [
      'still uses the Keycloak of the chart',
      'identity',
      '8.8',
      {
        options: {
          authorizationEndpoint:
            'http://localhost:18080/auth/realms/camunda-platform/protocol/openid-connect/auth',
        },
      },
      'provider fail',
      /still uses a Keycloak/,
    ],
    [
      'uses v1.0 of Entra',
      'orchestration',
      '8.8',
      {
        options: {
          authorizationEndpoint:
            'https://login.microsoftonline.com/5d0f2a61-7b84-4c1e-9a3d-2f6e8b0c4d17/oauth2/authorize',
        },
      },
      'provider fail',
      /v1\.0/,
    ],
    [
      'sends another client',
      'orchestration',
      '8.9',
      { options: { clientId: 'camunda-identity' } },
      'client fail',
      /camunda-identity, the record has orchestration/,
    ],
    [
      'sends localhost',
      'orchestration',
      '8.9',
      {
        options: {
          redirectUri: () => 'http://127.0.0.1:8080/orchestration/sso-callback',
        },
        input: {},
      },
      'redirect-uri fail',
      /sends http:\/\/127\.0\.0\.1:8080/,
    ],
    [
      'sends another host',
      'operate',
      '8.7',
      {
        options: { redirectUri: () => 'http://operate:8080/identity-callback' },
      },
      'redirect-uri fail',
      /operate:8080/,
    ],
    [
      'has lost its context path',
      'operate',
      '8.7',
      {
        options: {
          contextPath: '/operate',
          redirectUri: base => `${new URL(base).origin}/identity-callback`,
        },
      },
      'redirect-uri fail',
      /context path \/operate is missing/,
    ],
    [
      'has its context path twice',
      'operate',
      '8.7',
      {
        options: {
          contextPath: '/operate',
          redirectUri: base => `${base}/operate/identity-callback`,
        },
      },
      'redirect-uri fail',
      /context path \/operate stands twice/,
    ],
    [
      'has its callback path twice',
      'optimize',
      '8.7',
      {
        options: {
          redirectUri: base =>
            `${base}/api/authentication/callback/api/authentication/callback`,
        },
      },
      'redirect-uri fail',
      /callback path stands twice/,
    ],
    [
      'has the callback of an old build',
      'orchestration',
      '8.8',
      { options: { redirectUri: base => `${base}/login/oauth2/code/oidc` } },
      'redirect-uri fail',
      /its callback is \/sso-callback/,
    ],
    [
      'does not ask for openid',
      'orchestration',
      '8.9',
      { options: { scope: 'profile email' } },
      'scopes fail',
      /without openid there is no ID token/,
    ],
    [
      'asks for a scope that breaks UserInfo',
      'orchestration',
      '8.9',
      { options: { scope: 'openid profile 0a1b/.default' } },
      'scopes warn',
      /user-info-enabled/,
    ],
    [
      'redirects in a circle',
      'orchestration',
      '8.10',
      { options: { loop: true } },
      'sign-in fail',
      /within itself without end/,
    ],
    [
      'does not reach its provider',
      'orchestration',
      '8.10',
      { options: { status: 500 } },
      'sign-in fail',
      /DeferredOidcResolution/,
    ],
    [
      'is not running',
      'optimize',
      '8.9',
      { options: { status: 503 } },
      'sign-in fail',
      /status 503/,
    ],
    [
      'answers something else',
      'identity',
      '8.9',
      { options: { status: 404 } },
      'sign-in unknown',
      /says nothing of how people sign in/,
    ],
    [
      'trusts another issuer by a slash',
      'orchestration',
      '8.9',
      { options: { issuers: ['http://localhost/'] } },
      'issuer fail',
      /slash and all/,
    ],
    [
      'names no issuer',
      'orchestration',
      '8.10',
      { options: { issuers: undefined } },
      'issuer unknown',
      /does not name its issuer/,
    ],
    [
      'refers to itself by another address',
      'orchestration',
      '8.9',
      { options: { resource: () => 'http://orchestration:8080/' } },
      'base-url warn',
      /orchestration:8080/,
    ],
    [
      'sends no PKCE to a provider that requires it',
      'operate',
      '8.7',
      { faults: { strictPkce: true } },
      'registration fail',
      /sends no PKCE/,
    ],
    [
      'sends an address that is not registered',
      'optimize',
      '8.8',
      { faults: { registered: () => false } },
      'registration fail',
      /not among the client’s valid redirect URIs/,
    ],
  ])('%s', async (_, component, version, setting, expected, says) => {
    const { running, findings, asked } = await observe(
      component,
      version,
      setting,
    );
    expect(short(running)).toContain(expected);
    const [code, result] = expected.split(' ');
    const told = running.find(
      entry => entry.code === `running.${code}` && entry.result === result,
    );
    expect(`${told?.message} ${told?.remedy ?? ''}`).toMatch(says);
    expect(result === 'fail' ? statusOf(findings) : 'fail').toBe('fail');
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('without web applications still accepts tokens', async () => {
    const { running } = await observe('orchestration', '8.9', {
      options: { status: 404 },
    });
    expect(
      running.find(({ code }) => code === 'running.sign-in'),
    ).toMatchObject({
      result: 'unknown',
      message: expect.stringMatching(/takes tokens, and has no sign-in/),
    });
  });

  it('is judged as certainly as its answers are known', async () => {
    const message = async (component: ClientKey, version: CamundaVersion) =>
      (
        await observe(component, version, { options: { clientId: 'nobody' } })
      ).running.find(({ code }) => code === 'running.client')?.message;
    expect(await message('operate', '8.7')).toMatch(/ \(likely: .*inferred/);
    expect(await message('identity', '8.9')).toMatch(/ \(likely: .*inferred/);
    expect(await message('orchestration', '8.9')).not.toMatch(/likely/);
  });

  it('that sends a wrong client is the cause of the provider’s refusal', async () => {
    const { running } = await observe('orchestration', '8.9', {
      options: { clientId: 'nobody' },
    });
    expect(
      running.find(({ code }) => code === 'running.registration'),
    ).toMatchObject({ result: 'fail', causedBy: 'running.client' });
  });
});

describe('the token of a machine client', () => {
  const machine = (
    audiences: string[],
    tokenOrigins = {},
    refusal?: RunningOptions['refusal'],
  ) =>
    observe('orchestration', '8.9', {
      options: { audiences, refusal },
      input: {
        components: {
          connectors: {
            mode: 'outbound',
            clientId: 'connectors',
            audience: AUDIENCE,
          },
        } as never,
        secrets: { connectors: SECRET },
        tokenOrigins,
      },
    });

  it('is accepted by the running cluster', async () => {
    const { running } = await machine([AUDIENCE]);
    expect(short(running)).toContain('token pass');
  });

  it.each<[string, string[], RegExp]>([
    [
      'another audience of the record, which is named',
      ['orchestration', 'more-api'],
      /refuses the token of Connectors \(invalid_token\)\. It wants one of the audiences orchestration or 1 that the record does not have$/,
    ],
    [
      'an unknown audience, which is not named',
      ['c3RvbGVuLXRva2Vu'],
      /\(invalid_token\)\. It wants another audience, which the record does not have$/,
    ],
  ])('is refused by one that wants %s', async (_, audiences, message) => {
    const { running, findings } = await machine(audiences);
    const told = running.find(({ code }) => code === 'running.token');
    expect(told?.result).toBe('fail');
    expect(told?.message).toMatch(message);
    expect(JSON.stringify(findings)).not.toMatch(
      /eyJ|c3RvbGVuLXRva2Vu|more-api/,
    );
  });

  it('is in no message, whatever the cluster answers', async () => {
    const { findings } = await machine(
      [],
      {},
      token => `"${token.slice(0, 40)}" ${token.slice(40)}`,
    );
    const told = findings.find(({ code }) => code === 'running.token');
    expect(told?.message).toMatch(
      /refuses the token of Connectors \(invalid_token\)$/,
    );
    expect(JSON.stringify(findings)).not.toContain('eyJ');
  });

  it('for a stored secret goes to the provider only', async () => {
    const { running } = await machine([AUDIENCE], {
      connectors: 'http://localhost:1',
    });
    expect(running.map(({ code }) => code)).not.toContain('running.token');
  });
});

describe('a running component', () => {
  it('is requested on demand only, unless daily runs are allowed', async () => {
    const silent = await observe('orchestration', '8.9', {
      run: { depth: 'scheduled' },
    });
    expect(silent.running).toEqual([]);
    expect(silent.asked).toEqual([]);
    const allowed = await observe('orchestration', '8.9', {
      run: { depth: 'scheduled', running: true },
    });
    expect(short(allowed.running)).toContain('sign-in pass');
    const off = await observe('orchestration', '8.9', {
      run: { running: false },
    });
    expect(off.asked).toEqual([]);
  });

  it('never gets a callback request or a cookie', async () => {
    const { asked } = await observe('operate', '8.7', {
      options: { firstHop: base => `${base}/identity-callback?code=x` },
    });
    expect(asked).toEqual(['/api/login']);
  });

  it('is followed through its own redirects', async () => {
    const { running } = await observe('optimize', '8.9', {
      options: { firstHop: base => `${base}/hop` },
    });
    expect(short(running)).toContain('sign-in pass');
  });

  it('is unknown, never a failure, if it cannot be reached', async () => {
    const { running } = await observe('identity', '8.8', {
      input: {
        components: {
          identity: {
            url: 'http://localhost:9',
            clientId: 'identity',
            audience: 'identity',
          },
        } as never,
      },
    });
    expect(short(running)).toEqual(['sign-in unknown']);
  });
});
