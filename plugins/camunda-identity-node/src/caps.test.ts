import { finding, summarize } from 'backstage-plugin-camunda-identity-common';
import { capFinding, fitFindings, MAX_REPORT_BYTES } from './caps';

const PROVIDER = { kind: 'provider' } as const;
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

it('truncates texts and lists, and says how much is missing', () => {
  const capped = capFinding(
    finding('discovery.endpoint-urls', 'fail', PROVIDER, {
      message: `${'m'.repeat(999)}😀${'m'.repeat(5_000)}`,
      remedy: 'r'.repeat(2_000),
      evidence: {
        members: Array.from({ length: 9_000 }, (_, n) => `m${n}_endpoint`),
        long: 'x'.repeat(10_000),
        ...Object.fromEntries(
          Array.from({ length: 100 }, (_, n) => [`key${n}`, n]),
        ),
      },
    }),
  );
  expect(capped.message).toMatch(/^m{999}… \(5002 more characters\)$/);
  expect(capped.remedy).toMatch(/… \(1000 more characters\)$/);
  expect(capped.evidence!.members).toHaveLength(21);
  expect((capped.evidence!.members as string[]).at(-1)).toBe('… and 8980 more');
  expect(capped.evidence!.more).toBe(82);
  expect(bytes(capped)).toBeLessThan(10_000);
  const short = finding('discovery.pkce', 'pass', PROVIDER, { message: 'ok' });
  expect(capFinding(short)).toEqual(short);
});

it('leaves out the least important findings, and says so', () => {
  const results = ['fail', 'pass', 'warn', 'skipped', 'info'] as const;
  const findings = Array.from({ length: 900 }, (_, n) =>
    finding('discovery.endpoint-urls', results[n % 5], PROVIDER, {
      message: `${n} ${'ä'.repeat(400)}`,
    }),
  );
  const fitted = fitFindings(findings);
  expect(bytes(fitted)).toBeLessThan(MAX_REPORT_BYTES - 1_000);
  const note = fitted.at(-1)!;
  expect(note).toMatchObject({ code: 'record.report-capped', result: 'info' });
  const missing = 900 - (fitted.length - 1);
  expect(note.message).toContain(`${missing} of 900 findings are left out`);
  const counts = summarize(fitted.slice(0, -1));
  expect(counts.skipped + counts.pass + counts.info).toBe(0);
  expect(counts.fail).toBeGreaterThan(20);
  const few = findings.slice(0, 20);
  expect(fitFindings(few)).toEqual(few);
});

it('shortens texts before leaving out findings', () => {
  const findings = Array.from({ length: 90 }, (_, n) =>
    finding('discovery.endpoint-urls', n < 3 ? 'fail' : 'pass', PROVIDER, {
      message: 'm'.repeat(900),
    }),
  );
  const fitted = fitFindings(findings);
  expect(fitted).toHaveLength(91);
  expect(fitted[0]).toEqual(findings[0]);
  expect(fitted.at(-1)!.message).toMatch(/texts of \d+ findings are shortened/);
});
