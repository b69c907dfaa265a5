import {
  finding,
  type ConnectionInput,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import { newRecord } from '../__testUtils__/portal';
import { afterEdit, afterRun, mergeVerdicts } from './health';
import type { Verdict } from './Verdict';
import type { StoredConnection } from '../connections/types';

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
  before: Verdict[],
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
  code: string,
  result: Finding['result'],
  subject: Finding['subject'] = provider,
) => finding(code, result, subject, { message: 'm' });

const short = (verdicts: Verdict[]) =>
  verdicts.map(
    ({ code, result, at }) => `${code} ${result} ${at.slice(11, 13)}`,
  );

describe('health', () => {
  it('keeps what a later run could not tell, with its date', () => {
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

  it('drops what a later run could tell and did not find again', () => {
    const first = run(
      [],
      [found('record.http-url', 'warn', { kind: 'record' })],
    );
    expect(short(run(first, [], '2026-11-23T11:00:00.000Z'))).toEqual([]);
  });

  it('keeps what a later run did not look at', () => {
    const first = run([], [found('client.secret', 'fail', zeebe)], undefined, [
      ...plan,
      { code: 'client.secret', subject: zeebe as never },
    ]);
    expect(short(run(first, [], '2026-11-23T11:00:00.000Z'))).toEqual([
      'client.secret fail 10',
    ]);
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
        ...afterRun(stored, plan, {
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
