import { genericRecord, microsoftRecord } from '../../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import { lintRecord } from './index';

function codes(
  change: (record: any) => void,
  options: { insecureAllowed?: boolean; base?: any } = {},
) {
  const record = options.base ?? genericRecord();
  change(record);
  return lintRecord(record, DEFAULT_PROVIDER_CONTEXT, {
    insecureAllowed: options.insecureAllowed ?? false,
    now: new Date('2026-11-23T00:00:00Z'),
  }).map(({ code, result }) => `${code} ${result}`);
}

describe('lint', () => {
  it('has nothing to say about a good record', () => {
    expect(codes(() => {})).toEqual([]);
    expect(codes(() => {}, { base: microsoftRecord() })).toEqual([]);
  });

  it.each<[string, (record: any) => void, string]>([
    [
      'http',
      r => (r.provider.issuer = 'http://idp.example.com'),
      'record.http-url warn',
    ],
    [
      'loopback',
      r => (r.components.identity.url = 'https://localhost:8084'),
      'record.loopback-url warn',
    ],
    [
      'double slash',
      r => (r.provider.issuer = 'https://idp.example.com//v2.0'),
      'record.double-slash warn',
    ],
    [
      'placeholder',
      r => (r.components.identity.clientId = '<Client ID from Step 3>'),
      'record.placeholder warn',
    ],
    [
      'one application for two',
      r => (r.components.operate.clientId = 'tasklist'),
      'record.duplicate-client-id warn',
    ],
    [
      'one audience for two',
      r => (r.components.operate.audience = 'tasklist-api'),
      'record.duplicate-audience warn',
    ],
    [
      'no secret',
      r => delete r.components.zeebe.secret,
      'record.secret-missing warn',
    ],
    [
      'expired',
      r => (r.components.zeebe.secret.expiresAt = '2026-11-22T00:00:00Z'),
      'record.secret-expired fail',
    ],
    [
      'no audience',
      r => delete r.components.console.audience,
      'record.audience-missing warn',
    ],
    [
      'oid',
      r => (r.initialClaim.value = 'alice'),
      'record.initial-claim-oid warn',
    ],
    [
      'client as first user',
      r => (r.initialClaim.value = 'operate'),
      'record.initial-claim-is-client warn',
    ],
  ])('finds %s', (_, change, expected) => {
    expect(codes(change)).toContain(expected);
  });

  it('knows Entra', () => {
    expect(
      codes(r => (r.components.operate.audience = 'api://operate'), {
        base: microsoftRecord(),
      }),
    ).toContain('record.microsoft-audience warn');
    expect(
      codes(r => (r.components.zeebe.tokenScope = '[id]./default'), {
        base: microsoftRecord(),
      }),
    ).toContain('record.scope-form warn');
  });

  it('takes http and loopback as information where the installation allows them', () => {
    expect(
      codes(r => (r.provider.issuer = 'http://localhost:9400'), {
        insecureAllowed: true,
      }),
    ).toEqual(['record.http-url info', 'record.loopback-url info']);
  });

  it('never repeats the value of the initial claim', () => {
    const record: any = genericRecord();
    record.initialClaim.value = 'alice@example.com';
    const findings = lintRecord(record, DEFAULT_PROVIDER_CONTEXT, {
      insecureAllowed: false,
      now: new Date(),
    });
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain('alice');
  });
});
