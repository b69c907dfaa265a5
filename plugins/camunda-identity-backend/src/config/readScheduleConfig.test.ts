import { ConfigReader } from '@backstage/config';
import { readCamundaIdentityConfig } from './readConfig';

const HOUR = 3_600_000;

const read = (camundaIdentity: object) =>
  readCamundaIdentityConfig(new ConfigReader({ camundaIdentity } as never));

describe('configuration of the schedule', () => {
  it('has defaults, and reads durations in both forms', () => {
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

  it.each<[object, RegExp]>([
    [{ checks: { every: 'daily' } }, /^camundaIdentity\.checks\.every is not/],
    [{ checks: { every: 'PT1M' } }, /shorter than .*minEvery/],
    [{ schedule: { frequency: 'PT0S' } }, /schedule\.frequency is shorter/],
    [{ schedule: { concurrency: 0 } }, /schedule\.concurrency is 0/],
    [{ schedule: { concurrency: 1.5 } }, /whole number/],
    [{ retention: { maxReports: 5 } }, /at least 30/],
    [{ retention: { days: 5 } }, /retention\.days: unknown key/],
  ])('refuses %j in one line', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
