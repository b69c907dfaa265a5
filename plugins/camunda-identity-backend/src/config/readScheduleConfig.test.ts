/* eslint-disable jest/no-conditional-expect -- one table of good and bad values */
import { read, refusalOf } from './__testUtils__/read';

const HOUR = 3_600_000;

describe('configuration of the schedule', () => {
  it('has defaults and reads durations in both forms', () => {
    expect(read({})).toMatchObject({
      cadence: { everyMs: 24 * HOUR, minEveryMs: HOUR / 12 },
      schedule: { enabled: true, frequencyMs: 60_000, concurrency: 10 },
      retention: { maxAgeMs: 90 * 24 * HOUR, maxReports: 200 },
      notifications: true,
    });
    expect(
      read({
        checks: { every: 'PT6H', retryAfter: { minutes: 2 } },
        schedule: { enabled: false, frequency: { seconds: 5 } },
        retention: { maxAge: 'P1W', maxReports: 30 },
        notifications: false,
      }),
    ).toMatchObject({
      cadence: { everyMs: 6 * HOUR, retryAfterMs: 120_000 },
      schedule: { enabled: false, frequencyMs: 5_000 },
      retention: { maxAgeMs: 7 * 24 * HOUR, maxReports: 30 },
      notifications: false,
    });
  });

  it.each<[section: string, key: string, values: string[], bounds: RegExp]>([
    ['checks', 'every', ['PT0S', '-P1D', 'P367D'], /from 1 s to 366 d/],
    ['checks', 'minEvery', ['PT0.5S', 'P2Y'], /from 1 s to 366 d/],
    ['checks', 'retryAfter', ['PT0S', 'P367D'], /from 1 s to 366 d/],
    ['schedule', 'frequency', ['PT0S', 'PT25H'], /from 1 s to 24 h/],
    ['schedule', 'timeout', ['PT9S', 'PT25H'], /from 10 s to 24 h/],
    ['retention', 'maxAge', ['PT59M', 'P3661D'], /from 1 h to 3660 d/],
  ])('bounds %s.%s', (section, key, values, bounds) => {
    for (const value of values) {
      const line = refusalOf({ [section]: { [key]: value } });
      expect(line).toContain(`camundaIdentity.${section}.${key}: `);
      if (!value.startsWith('-') && !value.includes('.'))
        expect(line).toMatch(bounds);
    }
  });

  it.each<[object, RegExp]>([
    [
      { checks: { every: 'daily' } },
      /^camundaIdentity\.checks\.every: expected a duration such as/,
    ],
    [
      { checks: { every: { hour: 1 } } },
      /^camundaIdentity\.checks\.every: expected a duration such as/,
    ],
    [{ checks: { every: 'PT1M' } }, /shorter than .*minEvery/],
    [{ checks: { minEvery: 'P2D' } }, /every: is shorter than .*minEvery/],
    [
      { schedule: { timeout: 'PT10S' }, http: { runTimeoutMs: 10_001 } },
      /^camundaIdentity\.schedule\.timeout: is shorter than http\.runTimeoutMs \(10001\)/,
    ],
    [
      { retention: { maxAge: 'PT12H' } },
      /^camundaIdentity\.retention\.maxAge: .* is shorter than checks\.every/,
    ],
    [{ checks: { every: 'P100D' } }, /retention\.maxAge: .* is shorter than/],
    [
      { schedule: { concurrency: 0 } },
      /schedule\.concurrency: .* from 1 to 500$/,
    ],
    [{ schedule: { concurrency: 1.5 } }, /whole number/],
    [{ schedule: { concurrency: 501 } }, /schedule\.concurrency: /],
    [
      { retention: { maxReports: 5 } },
      /retention\.maxReports: .* from 30 to 10000$/,
    ],
    [{ retention: { maxReports: 1e9 } }, /retention\.maxReports: /],
    [{ retention: { days: 5 } }, /retention\.days: unknown key/],
  ])('refuses %j in one line', (config, message) => {
    expect(refusalOf(config)).toMatch(message);
  });
});
