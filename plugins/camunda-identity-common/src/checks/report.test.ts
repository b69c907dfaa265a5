import { FINDINGS, findingDefinition } from './catalogue';
import { finding, statusOf, summarize } from './report';

const founded = [
  { code: 'discovery.document', result: 'pass' as const },
  { code: 'jwks.document', result: 'pass' as const },
];

describe('status', () => {
  it('is fail with any fail, else warn with any warn', () => {
    expect(
      statusOf([
        ...founded,
        { code: 'a', result: 'warn' },
        { code: 'b', result: 'fail' },
      ]),
    ).toBe('fail');
    expect(statusOf([...founded, { code: 'a', result: 'warn' }])).toBe('warn');
  });

  it('is pass only where discovery and key set passed', () => {
    expect(statusOf([...founded, { code: 'a', result: 'info' }])).toBe('pass');
    expect(statusOf([founded[0]])).toBe('unknown');
    expect(statusOf([])).toBe('unknown');
  });

  it('does not count what follows from another finding', () => {
    expect(
      statusOf([
        ...founded,
        { code: 'a', result: 'warn' },
        { code: 'b', result: 'fail', causedBy: 'a' },
      ]),
    ).toBe('warn');
    expect(
      statusOf([
        founded[0],
        { code: 'jwks.document', result: 'pass', causedBy: 'a' },
      ]),
    ).toBe('unknown');
  });
});

describe('catalogue', () => {
  it('has every code once, with its texts and its source', () => {
    const codes = FINDINGS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const entry of FINDINGS) {
      expect(entry.code).toMatch(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(entry.title && entry.explanation && entry.source).toBeTruthy();
    }
    expect(() => findingDefinition('no.such-code' as never)).toThrow(
      /no\.such-code/,
    );
  });

  it('gives a finding its title, and its remedy where something is wrong', () => {
    const subject = { kind: 'provider' as const };
    const bad = finding('jwks.document', 'fail', subject, { message: 'm' });
    const good = finding('jwks.document', 'pass', subject, { message: 'm' });
    expect(bad.title).toBe('Key set');
    expect(bad.remedy).toBeDefined();
    expect(good.remedy).toBeUndefined();
    const notSeen = finding('jwks.document', 'unknown', subject, {
      message: 'm',
    });
    expect(notSeen.remedy).toBeUndefined();
    const about = finding('client.secret-unbound', 'unknown', subject, {
      message: 'm',
    });
    expect(about.remedy).toMatch(/Enter the secret again/);
    expect(summarize([bad, good])).toMatchObject({ fail: 1, pass: 1, warn: 0 });
  });
});
