import { mockServices } from '@backstage/backend-test-utils';
import type { ReportStatus } from 'backstage-plugin-camunda-identity-common';
import { storedRecord } from '../__testUtils__/checkWork';
import { HealthPublisher } from './HealthPublisher';
import { OwnerNotifier } from './OwnerNotifier';

function setUp(options: { enabled?: boolean; fails?: boolean } = {}) {
  const send = jest.fn(async (_: any) => {
    if (options.fails) throw new Error('no notifications backend');
  });
  const publish = jest.fn(async (_: any) => {
    if (options.fails) throw new Error('no signals');
  });
  const metrics = { healthChanged: jest.fn(), notified: jest.fn() } as any;
  const logger = mockServices.logger.mock();
  const publisher = new HealthPublisher({
    notifier: new OwnerNotifier({
      enabled: options.enabled ?? true,
      notifications: { send },
      metrics,
      logger,
    }),
    events: mockServices.events.mock({ publish }),
    signals: { publish },
    metrics,
    logger,
  });
  const record = storedRecord('a', 'https://idp.example.com');
  const change = (before: ReportStatus, after: ReportStatus, by?: string) =>
    publisher.publish(
      {
        stored: true,
        before: { ...record, status: before },
        after: {
          ...record,
          status: after,
          verdicts:
            after === 'fail'
              ? [
                  {
                    code: 'client.secret',
                    subject: { kind: 'client', client: 'zeebe' },
                    result: 'fail',
                    at: '',
                    reportId: '1',
                    basis: '',
                  },
                ]
              : [],
        },
      },
      by,
    );
  return { publisher, change, send, publish, metrics, logger };
}

describe('a change of health', () => {
  it('is told to the owner, but not to who ran the check', async () => {
    const { change, send } = setUp();
    await change('pass', 'fail', 'user:default/guest');
    expect(send.mock.calls).toEqual([
      [
        {
          recipients: {
            type: 'entity',
            entityRef: 'group:default/team-payments',
            excludeEntityRef: 'user:default/guest',
          },
          payload: expect.objectContaining({
            severity: 'high',
            title: 'a: the connection to the provider fails',
            description: 'Client secret',
            scope: expect.stringContaining('camunda-identity:health:'),
          }),
        },
      ],
    ]);
  });

  it.each<[ReportStatus, ReportStatus, number]>([
    ['unknown', 'pass', 0],
    ['unknown', 'fail', 1],
    ['fail', 'fail', 0],
    ['pass', 'warn', 1],
    ['fail', 'pass', 1],
    ['pass', 'unknown', 0],
  ])('from %s to %s makes %i notifications', async (before, after, count) => {
    const { change, send, publish } = setUp();
    await change(before, after);
    expect(send).toHaveBeenCalledTimes(count);
    // An event and a signal, whoever is to be told.
    expect(publish).toHaveBeenCalledTimes(before === after ? 0 : 2);
  });

  it('is nothing where nothing was stored, or the record was edited', async () => {
    const { publisher, publish } = setUp();
    await publisher.publish({ stored: false });
    await publisher.publish({
      stored: true,
      before: storedRecord('a', 'https://idp.example.com'),
    });
    expect(publish).not.toHaveBeenCalled();
  });

  it('that cannot be told is a warning, and no failure', async () => {
    const { change, metrics, logger } = setUp({ fails: true });
    await change('pass', 'fail');
    expect(metrics.notified).toHaveBeenCalledWith('failed');
    expect(logger.warn).toHaveBeenCalledTimes(3);
  });

  it('is not told to anybody where notifications are off', async () => {
    const { change, send, publish } = setUp({ enabled: false });
    await change('pass', 'fail');
    expect(send).not.toHaveBeenCalled();
    expect(publish).toHaveBeenCalledTimes(2);
  });
});
