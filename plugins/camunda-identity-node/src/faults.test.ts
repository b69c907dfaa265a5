/* eslint-disable jest/expect-expect -- what is expected stands in the tables */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DEFAULT_PROVIDER_CONTEXT,
  FINDINGS,
  statusOf,
} from 'backstage-plugin-camunda-identity-common';
import { createAuthority } from './__testUtils__/certificates';
import { checkConnection } from './checkConnection';
import { GuardedHttp } from './http';
import { ALL_FAULTS } from './__testUtils__/faults/allFaults';
import { claimFaults } from './__testUtils__/faults/cases/claims';
import type { Fault } from './__testUtils__/faults/Fault';
import {
  AUDIENCE,
  FaultyProvider,
  makeKeys,
  SECRET,
  type Keys,
} from './__testUtils__/faults/FaultyProvider';
import { tlsFaults } from './__testUtils__/faults/tlsFaults';

jest.setTimeout(60_000);

const MAX_BODY_BYTES = 64 * 1024;
const SHORT = { requestTimeoutMs: 250, runTimeoutMs: 1_000 };
const PATIENT = { requestTimeoutMs: 10_000, runTimeoutMs: 20_000 };
const MIB = 1024 * 1024;

const CODES = new Set(FINDINGS.map(({ code }) => code));

const FORMS = [
  SECRET,
  encodeURIComponent(SECRET),
  new URLSearchParams([['', SECRET]]).toString().slice(1),
  Buffer.from(`zeebe:${SECRET}`).toString('base64'),
  Buffer.from(
    `zeebe:${new URLSearchParams([['', SECRET]]).toString().slice(1)}`,
  ).toString('base64'),
];

let keys: Keys;
let folder: string;
const rejections: unknown[] = [];
const onRejection = (reason: unknown) => rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  keys = await makeKeys('main');
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
});
afterAll(() => {
  process.off('unhandledRejection', onRejection);
  rmSync(folder, { recursive: true });
});

async function run(fault: Fault) {
  const provider = new FaultyProvider(fault.faults, keys);
  await provider.start(fault.host);
  const { requestTimeoutMs, runTimeoutMs } = fault.hangs ? SHORT : PATIENT;
  const http = new GuardedHttp({
    allowPlainHttp: true,
    allowedHosts: ['localhost'],
    retryDelayMs: 10,
    maxBodyBytes: MAX_BODY_BYTES,
    requestTimeoutMs,
    ...fault.http,
  });
  try {
    return await checkConnection(
      {
        camundaVersion: '8.7',
        provider: {
          type: 'GENERIC',
          issuer: fault.issuer?.(provider.origin) ?? provider.origin,
        },
        components: { zeebe: { clientId: 'zeebe', audience: AUDIENCE } },
        secrets: { zeebe: SECRET },
        ...fault.input,
      },
      {
        http,
        providers: DEFAULT_PROVIDER_CONTEXT,
        insecureAllowed: true,
        runTimeoutMs,
      },
    );
  } finally {
    await provider.stop();
    await http.close();
  }
}

/** Maximum growth of the process's memory, including what zlib and sockets allocate. */
async function measured<T>(work: () => Promise<T>) {
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 5);
  try {
    const result = await work();
    look();
    return { result, grown: peak - before };
  } finally {
    clearInterval(timer);
  }
}

async function expectFault(fault: Fault) {
  const { result: outcome, grown } = await measured(() => run(fault));
  const { findings, plan } = outcome;
  if (fault.endless) expect(grown).toBeLessThan(64 * MIB);

  const verdicts = findings.map(
    ({ code, result, subject }) =>
      `${code}${subject.client ? ` ${subject.client}` : ''} ${result}`,
  );
  expect(verdicts).toEqual(expect.arrayContaining(fault.expected));

  const planned = new Set(plan.map(({ code }) => code));
  for (const { code } of findings) {
    expect(CODES).toContain(code);
    expect(planned).toContain(code);
  }
  const text = JSON.stringify(findings);
  for (const form of FORMS) expect(text).not.toContain(form);
  if (fault.status) expect(statusOf(findings)).toBe(fault.status);
  if (fault.says) expect(text).toMatch(fault.says);
  if (fault.never) expect(text).not.toMatch(fault.never);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  await new Promise(done => setImmediate(done));
  expect(rejections).toEqual([]);
}

it('are at least 180 faults with unique names', () => {
  expect(ALL_FAULTS.length).toBeGreaterThanOrEqual(180);
  expect(new Set(ALL_FAULTS.map(({ name }) => name)).size).toBe(
    ALL_FAULTS.length,
  );
});

describe('a provider that', () => {
  it.each(ALL_FAULTS.map(fault => [fault.name, fault] as const))(
    '%s',
    (_, fault) => expectFault(fault),
  );
});

/** For faults that need keys, which are made asynchronously. Failures name the fault as if it were a test. */
async function expectFaults(faults: readonly Fault[]) {
  for (const fault of faults)
    await expectFault(fault).catch(error => {
      throw new Error(`${fault.name}: ${error.message}`);
    });
}

it('a provider whose tokens are wrong leads to the expected findings', async () => {
  await expectFaults(claimFaults(await makeKeys('main')));
});

it('a provider whose certificate is wrong leads to the expected findings', async () => {
  const [ours, other] = await Promise.all([
    createAuthority('Example Corp Root'),
    createAuthority('Somebody Else'),
  ]);
  const file = join(folder, 'ca.pem');
  writeFileSync(file, ours.certificate);
  await expectFaults(await tlsFaults(ours, other, [file]));
});
