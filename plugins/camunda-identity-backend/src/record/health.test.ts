import {
  findDefinition,
  finding,
  type ConnectionInput,
  type Finding,
  type FindingCode,
  type Report,
} from 'backstage-plugin-camunda-identity-common';
import { newRecord } from '../__testUtils__/portal';
import { afterEdit, afterRun, mergeVerdicts } from './health';
import type { KnownVerdict } from './KnownVerdict';
import type { StoredConnection } from './StoredConnection';

const data = newRecord({
  owner: 'group:default/a',
}) as unknown as ConnectionInput;
const provider = { kind: 'provider' as const };
const zeebe = { kind: 'client' as const, client: 'zeebe' as const };
const plan = [
  { code: 'discovery.document', subject: provider },
  { code: 'jwks.document', subject: provider },
  { code: 'record.http-url' },
];

function run(
  before: KnownVerdict[],
  findings: Finding[],
  at = '2026-11-23T10:00:00.000Z',
  planned = plan,
) {
  return mergeVerdicts(data, before, planned, {
    id: `report ${at}`,
    finishedAt: at,
    findings,
  });
}

const found = (
  code: FindingCode,
  result: Finding['result'],
  subject: Finding['subject'] = provider,
) => finding(code, result, subject, { message: 'm' });

const short = (verdicts: KnownVerdict[]) =>
  verdicts.map(
    ({ code, result, at }) => `${code} ${result} ${at.slice(11, 13)}`,
  );

describe('health', () => {
  it('keeps verdicts, with their dates, that a later run could not renew', () => {
    const first = run([], [found('jwks.document', 'fail')]);
    const later = run(
      first,
      [
        found('jwks.document', 'skipped'),
        found('discovery.document', 'unknown'),
      ],
      '2026-11-23T11:00:00.000Z',
    );
    expect(short(later)).toEqual(['jwks.document fail 10']);
  });

  it('that was stored while a clock was ahead is replaced by the next run', () => {
    const stored = {
      data,
      verdicts: run(
        [],
        [found('jwks.document', 'fail')],
        '2026-11-23T11:00:00.000Z',
      ),
      recent: [
        {
          status: 'fail',
          checkedAt: '2026-11-23T11:00:00.000Z',
          reportId: 'ahead',
        },
      ],
    } as unknown as StoredConnection;
    const health = afterRun(
      stored,
      { plan },
      {
        id: 'now',
        status: 'pass',
        startedAt: '2026-11-23T10:00:00.000Z',
        finishedAt: '2026-11-23T10:00:01.000Z',
        findings: [found('jwks.document', 'pass')],
      } as Report,
      findDefinition,
      new Date('2026-11-23T10:00:02.000Z'),
    );
    expect(short(health.verdicts)).toEqual(['jwks.document pass 10']);
    expect(health.checkedAt).toBe('2026-11-23T10:00:01.000Z');
    expect(health.recent.map(({ reportId }) => reportId)).toEqual([
      'now',
      'ahead',
    ]);
  });

  it('is not overwritten by a run that ended earlier and was stored later', () => {
    const newer = run([], [found('jwks.document', 'pass')]);
    const stored = {
      data,
      verdicts: newer,
      recent: [
        {
          status: 'pass',
          checkedAt: '2026-11-23T10:00:00.000Z',
          reportId: 'b',
        },
      ],
    } as unknown as StoredConnection;
    const older = {
      id: 'a',
      status: 'fail',
      finishedAt: '2026-11-23T09:00:00.000Z',
      findings: [found('jwks.document', 'fail')],
    } as any;
    const health = afterRun(stored, { plan }, older);
    expect(short(health.verdicts)).toEqual(['jwks.document pass 10']);
    expect(health.checkedAt).toBe('2026-11-23T10:00:00.000Z');
    expect(health.recent.map(({ reportId }) => reportId)).toEqual(['b', 'a']);
    // Codes that the newer run did not report are stored as new.
    older.findings.push(found('discovery.document', 'fail'));
    expect(short(afterRun(stored, { plan }, older).verdicts)).toEqual([
      'jwks.document pass 10',
      'discovery.document fail 09',
    ]);
  });

  it('drops codes that no check has any more', () => {
    const before = [
      {
        ...run([], [found('jwks.document', 'fail')])[0],
        code: 'acme.rule',
      },
    ];
    const passed = {
      id: 'r',
      finishedAt: '2026-11-23T11:00:00.000Z',
      findings: [found('discovery.document', 'pass')],
    };
    const definitionOf = (code: string) => findDefinition(code);
    const withAcme = (code: string) =>
      findDefinition(code === 'acme.rule' ? 'jwks.document' : code);
    const after = (definitions: typeof definitionOf) =>
      short(mergeVerdicts(data, before, plan, passed, definitions));
    expect(after(withAcme)).toContain('acme.rule fail 10');
    expect(after(definitionOf)).toEqual(['discovery.document pass 11']);
  });

  it('drops problems that a later run could have seen but did not report', () => {
    const first = run(
      [],
      [found('record.http-url', 'warn', { kind: 'record' })],
    );
    expect(short(run(first, [], '2026-11-23T11:00:00.000Z'))).toEqual([]);
  });

  it('keeps verdicts that a later run did not check', () => {
    const first = run([], [found('client.secret', 'fail', zeebe)], undefined, [
      ...plan,
      { code: 'client.secret', subject: zeebe as never },
    ]);
    expect(short(run(first, [], '2026-11-23T11:00:00.000Z'))).toEqual([
      'client.secret fail 10',
    ]);
  });

  it('keeps a failed token while a later run with a secret could not judge it', () => {
    const withSecret = [
      ...plan,
      { code: 'client.secret', subject: zeebe as never },
      { code: 'client.token', subject: zeebe as never },
      { code: 'client.token-audience', subject: zeebe as never },
    ];
    const first = run(
      [],
      [
        found('discovery.document', 'pass'),
        found('client.secret', 'pass', zeebe),
        found('client.token', 'fail', zeebe),
      ],
      undefined,
      withSecret,
    );
    const at = '2026-11-23T11:00:00.000Z';
    const failed = 'client.token fail 10';
    for (const later of [
      [
        found('discovery.document', 'pass'),
        found('client.secret', 'unknown', zeebe),
      ],
      [
        found('transport.unreachable', 'fail'),
        found('client.secret', 'skipped', zeebe),
      ],
      [found('discovery.document', 'pass'), found('transport.timeout', 'fail')],
      [
        found('discovery.document', 'pass'),
        found('client.secret', 'fail', zeebe),
      ],
    ])
      expect(short(run(first, later, at, withSecret))).toContain(failed);
    const mended = [
      found('discovery.document', 'pass'),
      found('client.secret', 'pass', zeebe),
      found('client.token', 'pass', zeebe),
    ];
    expect(short(run(first, mended, at, withSecret))).not.toContain(failed);
  });

  it('keeps problems of a document that a later run could not fetch', () => {
    const wide = [
      ...plan,
      { code: 'discovery.endpoints', subject: provider },
      { code: 'jwks.usable-key', subject: provider },
      { code: 'transport.unreachable', subject: provider },
      { code: 'transport.timeout', subject: provider },
    ];
    const first = run(
      [],
      [
        found('discovery.document', 'pass'),
        found('discovery.endpoints', 'fail'),
        found('jwks.usable-key', 'fail'),
      ],
      undefined,
      wide,
    );
    const unreachable = run(
      first,
      [found('transport.unreachable', 'fail')],
      '2026-11-23T11:00:00.000Z',
      wide,
    );
    expect(short(unreachable)).toEqual(
      expect.arrayContaining([
        'discovery.endpoints fail 10',
        'jwks.usable-key fail 10',
        'transport.unreachable fail 11',
      ]),
    );
    // Another failure of the same request replaces the previous one; a success replaces both.
    const late = run(
      unreachable,
      [found('transport.timeout', 'fail')],
      '2026-11-23T12:00:00.000Z',
      wide,
    );
    expect(short(late)).toContain('transport.timeout fail 12');
    expect(short(late)).not.toContain('transport.unreachable fail 11');
    const good = run(
      late,
      [
        found('discovery.document', 'pass'),
        found('jwks.document', 'pass'),
        found('jwks.usable-key', 'pass'),
      ],
      '2026-11-23T13:00:00.000Z',
      wide,
    );
    expect(good.every(({ result }) => result === 'pass')).toBe(true);
  });

  it('takes the worst of several findings with one code and subject', () => {
    const verdicts = run(
      [],
      [found('record.http-url', 'warn'), found('record.http-url', 'info')],
    );
    expect(short(verdicts)).toEqual(['record.http-url warn 10']);
  });

  it('keeps the last thirty reports', () => {
    let stored = {
      id: '1',
      revision: 1,
      data,
      claim: { state: 'pending' },
      verdicts: [],
      recent: [],
      status: 'unknown',
    } as unknown as StoredConnection;
    for (let n = 0; n < 35; n += 1)
      stored = {
        ...stored,
        ...afterRun(stored, { plan }, {
          id: `${n}`,
          status: 'pass',
          finishedAt: '2026-11-23T10:00:00.000Z',
          findings: [
            found('discovery.document', 'pass'),
            found('jwks.document', 'pass'),
          ],
        } as never),
      };
    expect(stored.recent).toHaveLength(30);
    expect(stored.recent[0].reportId).toBe('34');
    expect(stored.status).toBe('pass');
    const edited = afterEdit(stored, {
      ...stored,
      data: {
        ...data,
        provider: { type: 'GENERIC', issuer: 'https://new.example.com' },
      },
    });
    expect(edited.status).toBe('unknown');
    expect(edited.verdicts).toEqual([]);
  });
});
