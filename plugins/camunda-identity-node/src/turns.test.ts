import { DEFAULT_PROVIDER_CONTEXT } from 'backstage-plugin-camunda-identity-common';
import { checkConnection } from './checkConnection';
import type { CheckInput } from './checks/types';
import {
  FaultyProvider,
  makeKeys,
  sendJson,
} from './__testUtils__/faults/FaultyProvider';
import { GuardedHttp } from './http';
import { RunClock } from './http/RunClock';

jest.setTimeout(30_000);

const MAX_PER_HOST = 4;

const clients: GuardedHttp[] = [];
const providers: FaultyProvider[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map(http => http.close()));
  await Promise.all(providers.splice(0).map(provider => provider.stop()));
});

/** A provider that is slow under some paths, and a client with few slots for it. */
async function setUp(requestTimeoutMs: number) {
  let slow = 0;
  let full = () => {};
  /** Resolves once slow requests occupy every slot. */
  const occupied = new Promise<void>(done => {
    full = done;
  });
  const provider = new FaultyProvider(
    {
      discovery: (req, res, self) => {
        const send = () => sendJson(res, self.document());
        if (!req.url!.startsWith('/slow')) return send();
        slow += 1;
        if (slow === MAX_PER_HOST) full();
        return setTimeout(send, requestTimeoutMs / 2);
      },
    },
    await makeKeys('main'),
  );
  await provider.start();
  providers.push(provider);
  const http = new GuardedHttp({
    allowPlainHttp: true,
    allowedHosts: ['localhost'],
    requestTimeoutMs,
    maxPerHost: MAX_PER_HOST,
  });
  clients.push(http);
  const run = (path: string, user: string, record: string, ms: number) =>
    checkConnection(
      {
        camundaVersion: '8.7',
        components: {},
        provider: { type: 'GENERIC', issuer: `${provider.origin}${path}` },
      },
      {
        http,
        providers: DEFAULT_PROVIDER_CONTEXT,
        insecureAllowed: true,
        runTimeoutMs: ms,
        turn: { user, record },
      },
    );
  return { run, occupied };
}

it('a user with many slow runs at a host does not make another user’s run fail', async () => {
  const { run, occupied } = await setUp(4_000);
  const flood = [
    ...Array.from({ length: 30 }, () => run('/slow', 'a', 'draft', 4_500)),
    ...Array.from({ length: 30 }, (_, n) => run('/slow', 'a', `r${n}`, 4_500)),
  ];
  await occupied;
  const { findings } = await run('', 'b', 'r', 4_500);
  expect(
    findings.filter(
      ({ code, result }) =>
        result !== 'pass' &&
        /^(transport\.(timeout|not-asked)|(discovery|jwks)\.document)$/.test(
          code,
        ),
    ),
  ).toEqual([]);
  expect(findings.map(({ code }) => code)).toContain('discovery.document');
  // Findings of the starved runs are unknown, since the provider did answer in time.
  const told = (await Promise.all(flood)).flatMap(outcome =>
    outcome.findings.map(({ code, result }) => `${code} ${result}`),
  );
  expect(told).not.toContain('transport.timeout fail');
  const notAsked = told.filter(text => text.startsWith('transport.not-asked '));
  expect(new Set(notAsked)).toEqual(
    new Set(notAsked.length ? ['transport.not-asked unknown'] : []),
  );
});

it('findings whose requests never got their turn are unknown', async () => {
  const { run, occupied } = await setUp(2_000);
  const flood = Array.from({ length: 8 }, () => run('/slow', 'b', 'r', 4_000));
  await occupied;
  const { findings } = await run('', 'b', 'r', 100);
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'transport.not-asked', result: 'unknown' }),
  );
  expect(findings.filter(({ result }) => result === 'fail')).toEqual([]);
  await Promise.all(flood);
});

it('the time limit of a run is paused while it is queued', async () => {
  const clock = new RunClock(60, 1_000);
  await clock.wait(new Promise(done => setTimeout(done, 150)));
  expect(clock.over.aborted).toBe(false);
  await new Promise(done => setTimeout(done, 120));
  expect(clock.over.aborted).toBe(true);
  expect(clock.queueOver.aborted).toBe(false);
});

it('a cancelled run causes no unhandled rejection', async () => {
  const seen: unknown[] = [];
  const note = (reason: unknown) => seen.push(reason);
  process.on('unhandledRejection', note);
  const provider = await startLocalHang();
  const http = new GuardedHttp({
    allowPlainHttp: true,
    allowedHosts: ['localhost'],
  });
  clients.push(http);
  const { findings } = await checkConnection(
    {
      camundaVersion: '8.7',
      components: {
        identity: { url: 'https://a.example.com', clientId: 'identity' },
      } as CheckInput['components'],
      provider: { type: 'GENERIC', issuer: provider.origin },
    },
    {
      http,
      providers: DEFAULT_PROVIDER_CONTEXT,
      insecureAllowed: true,
      runTimeoutMs: 500,
    },
  );
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'transport.timeout', result: 'fail' }),
  );
  await new Promise(done => setTimeout(done, 50));
  process.off('unhandledRejection', note);
  expect(seen).toEqual([]);
});

/** A provider whose authorization endpoint never answers. */
async function startLocalHang() {
  const provider: FaultyProvider = new FaultyProvider(
    {
      discovery: (req, res, self) =>
        req.url!.startsWith('/hang')
          ? undefined
          : sendJson(res, {
              ...self.document(),
              authorization_endpoint: `${self.origin}/hang/.well-known/openid-configuration`,
            }),
    },
    await makeKeys('main'),
  );
  await provider.start();
  providers.push(provider);
  return provider;
}
