import { coverageOf, coverageWords, toldBy } from './coverage';
import type { Finding } from './types';

const of = (
  code: string,
  result: Finding['result'],
  client?: 'optimize' | 'zeebe' | 'identity',
) => ({
  code,
  result,
  subject: client
    ? { kind: 'client' as const, client }
    : { kind: 'provider' as const },
});

const CLIENTS = ['identity', 'optimize', 'zeebe'] as const;

describe('coverage', () => {
  it('counts clients of which something was found out, and secrets that were asked about', () => {
    const told = toldBy([
      of('discovery.document', 'pass'),
      of('jwks.document', 'fail'),
      of('client.secret', 'fail', 'optimize'),
      of('client.secret', 'skipped', 'zeebe'),
      of('client.redirect-uri', 'unknown', 'identity'),
    ]);
    expect(coverageOf(CLIENTS, told)).toEqual({
      provider: true,
      clients: { total: 3, checked: 1, secretsTested: 1 },
    });
  });

  it('takes no lint rule, and no word that nothing was found out, for a check of a client', () => {
    const told = toldBy([
      of('record.http-url', 'warn', 'identity'),
      of('client.checked', 'info', 'zeebe'),
    ]);
    expect(coverageOf(CLIENTS, told).clients.checked).toBe(0);
    expect(told.provider).toBe(false);
  });

  it('counts what the running component said', () => {
    const told = toldBy([of('running.redirect-uri', 'pass', 'identity')]);
    expect(coverageOf(CLIENTS, told).clients.checked).toBe(1);
  });

  it('does not count clients that the record has no more', () => {
    const told = toldBy([of('client.secret', 'pass', 'zeebe')]);
    expect(coverageOf(['identity'], told).clients).toEqual({
      total: 1,
      checked: 0,
      secretsTested: 0,
    });
  });

  it('is said in words', () => {
    const words = (checked: number, secretsTested: number) =>
      coverageWords({
        provider: true,
        clients: { total: 5, checked, secretsTested },
      });
    expect(words(3, 0)).toBe(
      'provider checked, 3 of 5 clients, no secrets tested',
    );
    expect(words(0, 1)).toBe(
      'provider checked, none of 5 clients, 1 secret tested',
    );
  });
});
