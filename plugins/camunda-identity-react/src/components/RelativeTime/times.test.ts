import { exactTime, relativeTime } from './times';

const NOW = Date.parse('2026-11-26T12:00:00Z');

describe('relative times', () => {
  it.each([
    ['2026-11-26T11:58:00Z', 'en', '2 minutes ago'],
    ['2026-11-26T11:59:59.700Z', 'en', 'now'],
    ['2026-11-29T12:00:00Z', 'en', 'in 3 days'],
    ['2026-11-25T12:00:00Z', 'de', 'gestern'],
    ['2025-11-01T12:00:00Z', 'de', 'letztes Jahr'],
    ['no date', 'de', 'no date'],
  ])('%s in %s is "%s"', (at, locale, expected) => {
    expect(relativeTime(at, locale, NOW)).toBe(expected);
  });

  it('are exact on request', () => {
    expect(exactTime('2026-11-26T12:00:00Z', 'en')).toMatch(/Nov 26, 2026/);
    expect(exactTime('no date', 'en')).toBe('no date');
  });
});
