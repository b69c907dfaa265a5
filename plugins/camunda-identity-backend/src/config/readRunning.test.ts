import { ConfigReader } from '@backstage/config';
import { readRunning } from './readRunning';

describe('camundaIdentity.checks.running', () => {
  it('is on a click unless it is said otherwise, and one of three words', () => {
    const read = (running?: string) =>
      readRunning(new ConfigReader({ checks: running ? { running } : {} }));
    expect(readRunning(undefined)).toBe('onClick');
    expect(read()).toBe('onClick');
    expect(read('daily')).toBe('daily');
    expect(read('never')).toBe('never');
    expect(() => read('always')).toThrow(
      'camundaIdentity.checks.running: expected one of never, onClick, daily',
    );
  });
});
