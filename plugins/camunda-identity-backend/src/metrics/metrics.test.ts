import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { createReplica, storedRecord } from '../__testUtils__/replica';
import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { startIssuers } from '../__testUtils__/issuers';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('metrics on %s', id => {
  it('count the work of a sweep, without personal data', async () => {
    const knex = await migrateForTest(await databases.init(id));
    const issuers = await startIssuers();
    const counted: Array<[string, number, object | undefined]> = [];
    const gauges = new Map<string, (result: any) => unknown>();
    const tracing = tracingServiceMock.mock();
    const replica = createReplica(
      knex,
      {},
      {
        tracing,
        metrics: metricsServiceMock.mock({
          createCounter: name => ({
            add: (value, attributes) => counted.push([name, value, attributes]),
          }),
          createHistogram: name => ({
            record: (value, attributes) =>
              counted.push([name, value, attributes]),
          }),
          createObservableGauge: name => ({
            addCallback: callback => gauges.set(name, callback),
            removeCallback: () => {},
          }),
        }),
      },
    );
    for (const name of ['alpha', 'beta'])
      await replica.store.insert(storedRecord(name, issuers.url('a')));
    await replica.scheduled.sweep(new AbortController().signal);
    await replica.publisher.settled();

    const of = (name: string) =>
      counted.filter(([metric]) => metric === `camunda_identity.${name}`);
    expect(of('checks.runs').map(([, , attributes]) => attributes)).toEqual(
      Array(2).fill({ trigger: 'schedule', status: 'pass' }),
    );
    expect(of('checks.duration')).toHaveLength(2);
    expect(of('health.changes')).toHaveLength(2);
    for (const [, lag] of of('schedule.lag')) {
      expect(lag).toBeGreaterThanOrEqual(0);
      expect(lag).toBeLessThan(60);
    }
    expect(tracing.startActiveSpan).toHaveBeenCalledTimes(2);

    const observed: unknown[] = [];
    for (const [name, callback] of gauges)
      await callback({
        observe: (value: number, attributes: object) =>
          observed.push([name, value, attributes]),
      });
    expect(observed).toEqual([
      ['camunda_identity.connections', 2, { status: 'pass' }],
      ['camunda_identity.schedule.due', 0, undefined],
    ]);
    expect(JSON.stringify([counted, observed])).not.toMatch(
      /alpha|beta|team-|localhost/,
    );
    await replica.stop();
    await issuers.stop();
    await knex.destroy();
  });
});
