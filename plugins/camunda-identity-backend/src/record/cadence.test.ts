import { nextDueAt } from './cadence';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const cadence = {
  everyMs: DAY,
  retryAfterMs: 15 * MINUTE,
  minEveryMs: 5 * MINUTE,
};

const after = (run: { every?: string; failures: number }, random = 0) =>
  nextDueAt(0, cadence, run, random);

describe('the next run', () => {
  it('follows the record’s own cadence, otherwise the configured one, and is never early', () => {
    expect(after({ failures: 0 })).toBe(DAY);
    expect(after({ every: 'PT6H', failures: 0 })).toBe(6 * HOUR);
    expect(after({ every: 'P1W', failures: 0 })).toBe(7 * DAY);
    expect(after({ every: 'PT1S', failures: 0 })).toBe(5 * MINUTE);
    expect(after({ every: 'PT0S', failures: 0 })).toBe(5 * MINUTE);
    expect(after({ failures: 0 }, 1)).toBe(DAY + DAY / 10);
    // Stored before such cadences were refused; the date must stay valid.
    for (const every of ['P10000000D', 'P99999999999999D'])
      expect(after({ every, failures: 0 })).toBe(366 * DAY);
  });

  it('comes soon after a failure, then at growing intervals', () => {
    const delays = Array.from({ length: 12 }, (_, n) =>
      after({ failures: n + 1 }),
    );
    expect(delays[0]).toBe(15 * MINUTE);
    expect(delays[1]).toBe(30 * MINUTE);
    expect(delays[11]).toBe(DAY);
    for (let n = 1; n < delays.length; n += 1)
      expect(delays[n]).toBeGreaterThanOrEqual(delays[n - 1]);
  });

  it('backs off beyond a short cadence', () => {
    expect(after({ every: 'PT5M', failures: 1 })).toBe(5 * MINUTE);
    expect(after({ every: 'PT5M', failures: 2 })).toBe(10 * MINUTE);
    expect(after({ every: 'PT5M', failures: 50 })).toBe(6 * HOUR);
  });
});
