import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Finding, Report } from 'backstage-plugin-camunda-identity-common';
import { TooManyRequestsError } from '../input/errors';
import { toldWhenToRetry } from './limited';
import { registerListFindings } from './listFindings';
import { reportOutput } from './reportOutput';

/* What a model gets to read: short, severe first, and with what to do next. */

function findingOf(n: number, change: Partial<Finding>): Finding {
  return {
    code: 'discovery.endpoints',
    subject: { kind: 'client', client: 'identity' },
    severity: 'error',
    result: 'skipped',
    title: `Finding ${n}`,
    message: 'A sentence that says what was found, '.repeat(3),
    remedy: 'A sentence that says what to do about it, '.repeat(3),
    ...change,
  } as Finding;
}

function reportOf(findings: Finding[]): Report {
  return {
    id: 'r',
    status: 'fail',
    summary: { fail: 1 },
    findings,
  } as unknown as Report;
}

describe('a report', () => {
  it('of a provider that is gone names its cause, in less than 2 KB', () => {
    const output = reportOutput(
      reportOf([
        ...Array.from({ length: 51 }, (_, n) => findingOf(n, {})),
        findingOf(51, { result: 'info' }),
        findingOf(52, { result: 'fail', causedBy: 'transport.unreachable' }),
        findingOf(53, { result: 'pass' }),
        findingOf(54, { result: 'fail', code: 'transport.unreachable' }),
      ]),
    );
    expect(output.findings.map(({ code }) => code)).toEqual([
      'transport.unreachable',
      'discovery.endpoints',
    ]);
    expect(JSON.stringify(output).length).toBeLessThan(2048);
  });

  it('counts what does not fit, the most severe first', () => {
    const output = reportOutput(
      reportOf([
        ...Array.from({ length: 30 }, (_, n) =>
          findingOf(n, { result: 'warn' }),
        ),
        findingOf(99, { result: 'fail', title: 'The worst' }),
      ]),
    );
    expect(output.findings[0].title).toBe('The worst');
    expect(output.findings.length + output.moreFindings!).toBe(31);
    expect(JSON.stringify(output.findings).length).toBeLessThan(2100);
  });
});

it('a limit says how long to wait, and another error stays what it is', async () => {
  await expect(
    toldWhenToRetry(async () => {
      throw new TooManyRequestsError('Too many checks', 42);
    }),
  ).rejects.toThrow('Too many checks. Wait 42 seconds and call again');
  const other = new Error('refused');
  await expect(
    toldWhenToRetry(async () => {
      throw other;
    }),
  ).rejects.toBe(other);
  expect(await toldWhenToRetry(async () => 1)).toBe(1);
});

it('list-findings lists codes, of one area where one is named', async () => {
  const registry = actionsRegistryServiceMock();
  registerListFindings(registry, {
    findings: [
      { code: 'discovery.endpoints', title: 'Endpoints', severity: 'error' },
      { code: 'jwks.keys', title: 'Keys', severity: 'error' },
    ],
  } as never);
  const ask = async (input: object) => {
    const { output } = await registry.invoke({
      id: 'test:list-findings',
      input: input as never,
      credentials: mockCredentials.user(),
    });
    return (output as any).findings.map(({ code }: any) => code);
  };
  expect(await ask({})).toEqual(['discovery.endpoints', 'jwks.keys']);
  expect(await ask({ area: 'jwks' })).toEqual(['jwks.keys']);
  await expect(ask({ areas: 'jwks' })).rejects.toThrow(/areas/);
});
