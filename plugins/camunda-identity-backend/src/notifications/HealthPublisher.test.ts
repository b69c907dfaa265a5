import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { ReportStatus } from 'backstage-plugin-camunda-identity-common';
import { storedRecord } from '../__testUtils__/replica';
import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { DatabaseConnectionsStore } from '../store/DatabaseConnectionsStore';
import { HealthOutbox, noteHealthChange } from '../store/HealthOutbox';
import { HealthPublisher } from './HealthPublisher';
import { OwnerNotifier } from './OwnerNotifier';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('a change of health on %s', dbId => {
  let knex: Knex;
  let record: ReturnType<typeof storedRecord>;

  beforeEach(async () => {
    knex = await migrateForTest(await databases.init(dbId));
    record = storedRecord('a', 'https://idp.example.com');
    await new DatabaseConnectionsStore(knex).insert(record);
  });
  afterEach(() => knex.destroy());

  /** One replica. */
  function replica(
    options: {
      enabled?: boolean;
      send?: (options: any) => Promise<void>;
      leaseMs?: number;
    } = {},
  ) {
    const send = jest.fn(options.send ?? (async (_: any) => {}));
    const publish = jest.fn(async (_: any) => {});
    const metrics = { healthChanged: jest.fn(), notified: jest.fn() } as any;
    const logger = mockServices.logger.mock();
    const publisher = new HealthPublisher({
      outbox: new HealthOutbox({ knex, leaseMs: options.leaseMs ?? 60_000 }),
      notifier: new OwnerNotifier({
        enabled: options.enabled ?? true,
        notifications: { send },
        metrics,
        logger,
        timeoutMs: 100,
      }),
      events: mockServices.events.mock({ publish }),
      signals: { publish },
      metrics,
      titleOf: code => (code === 'client.secret' ? 'Client secret' : code),
      logger,
    });
    const flush = async () => {
      publisher.kick();
      await publisher.settled();
    };
    return { publisher, flush, send, publish, metrics, logger };
  }

  /** Changes health as its writers do. */
  const change = (after: ReportStatus, by?: string, code = 'client.secret') =>
    knex.transaction(async tx => {
      const { status: before } = await tx('connections').first('status');
      await tx('connections').update({
        status: after,
        verdicts: JSON.stringify(
          after === 'fail' ? [{ code, result: 'fail', at: '' }] : [],
        ),
      });
      await noteHealthChange(tx, { id: record.id, before, after, by });
    });
  const titles = ({ send }: { send: jest.Mock }) =>
    send.mock.calls.map(([{ payload }]) => payload.title);
  const left = () => knex('health_notices');
  const later = () => knex('health_notices').update({ available_at: '' });

  it('is sent to the owner, but not to the person who ran the check', async () => {
    const one = replica();
    await change('fail', 'user:default/guest');
    await one.flush();
    expect(one.send.mock.calls).toEqual([
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
            scope: `camunda-identity:health:${record.id}`,
          }),
        },
      ],
    ]);
    expect(await left()).toEqual([]);
  });

  it.each<[string, ReportStatus, number]>([
    ['', 'pass', 0],
    ['', 'fail', 1],
    ['fail', 'fail', 0],
    ['pass', 'warn', 1],
    ['fail', 'pass', 1],
    ['pass', 'unknown', 0],
  ])(
    'makes, where the owner knows "%s" and it is "%s" now, %i notifications',
    async (told, after, count) => {
      const one = replica();
      await knex('connections').update({
        notified_status: told,
        status: after === 'unknown' ? 'pass' : 'unknown',
      });
      await change(after);
      await one.flush();
      expect(one.send).toHaveBeenCalledTimes(count);
      // An event and a signal are sent, whether or not anybody is notified.
      expect(one.publish).toHaveBeenCalledTimes(2);
    },
  );

  it('to unknown after an edit is sent once the record is well again', async () => {
    const one = replica();
    for (const status of ['fail', 'unknown', 'pass'] as const) {
      await change(status);
      await one.flush();
    }
    expect(titles(one)).toEqual([
      expect.stringMatching(/fails$/),
      expect.stringMatching(/works again$/),
    ]);
    expect(one.publish).toHaveBeenCalledTimes(6);
  });

  it('that is reverted before the notification is not sent', async () => {
    const one = replica();
    await change('fail', 'user:default/guest');
    await change('pass', 'user:default/ada');
    await one.flush();
    expect(titles(one)).toEqual([]);
    expect(one.publish).toHaveBeenCalledTimes(2);
    // Two people caused it, and neither knows the whole change.
    await change('warn', 'user:default/guest');
    await change('fail', 'user:default/ada');
    await one.flush();
    expect(one.send.mock.calls[0][0].recipients.excludeEntityRef).toBe(
      undefined,
    );
  });

  it('is sent by only one of several replicas', async () => {
    const replicas = [replica(), replica(), replica()];
    await change('fail');
    await Promise.all(replicas.map(({ flush }) => flush()));
    expect(replicas.flatMap(titles)).toHaveLength(1);
  });

  it('is sent by another replica when one dies in between', async () => {
    await change('fail');
    // Taken by a replica that then dies.
    expect(
      await new HealthOutbox({ knex, leaseMs: 60_000 }).take(10),
    ).toHaveLength(1);
    const other = replica();
    await other.flush();
    expect(titles(other)).toEqual([]);
    await later();
    await other.flush();
    expect(titles(other)).toHaveLength(1);
    expect(await left()).toEqual([]);
  });

  it('that happens while another is being sent is sent afterwards', async () => {
    let first = true;
    const one = replica({
      send: async () => {
        if (!first) return;
        first = false;
        await change('pass');
      },
    });
    await change('fail');
    await one.flush();
    expect(titles(one)).toEqual([
      expect.stringMatching(/fails$/),
      expect.stringMatching(/works again$/),
    ]);
    expect(await left()).toEqual([]);
  });

  it('that cannot be sent is retried and does not fail the check', async () => {
    let broken = true;
    const one = replica({
      send: async () => {
        if (broken) throw new Error('no notifications backend');
      },
    });
    await change('fail');
    await one.flush();
    expect(one.metrics.notified).toHaveBeenCalledWith('failed');
    expect(one.logger.warn).toHaveBeenCalledTimes(1);
    broken = false;
    await one.flush();
    expect(titles(one)).toHaveLength(1);
    await later();
    await one.flush();
    expect(titles(one)).toHaveLength(2);
    // The event and the signal were not repeated.
    expect(one.publish).toHaveBeenCalledTimes(2);
    expect(await left()).toEqual([]);
  });

  it('is given up after many failures, with an error in the log', async () => {
    const one = replica({
      send: async () => {
        throw new Error('no notifications backend');
      },
    });
    await change('fail');
    for (let n = 0; n < 10; n += 1) {
      await one.flush();
      await later();
    }
    expect(one.send).toHaveBeenCalledTimes(10);
    expect(one.logger.error).toHaveBeenCalledTimes(1);
    expect(await left()).toEqual([]);
  });

  it('does not wait forever for a notification that hangs', async () => {
    const one = replica({ send: () => new Promise(() => {}) });
    await change('fail');
    await one.flush();
    expect(one.metrics.notified).toHaveBeenCalledWith('failed');
    expect(await left()).toHaveLength(1);
  });

  it('is deleted with its record, even while it is being sent', async () => {
    const one = replica({
      send: async () => {
        await knex('connections').delete();
      },
    });
    await change('fail');
    await one.flush();
    await change('fail').catch(() => {});
    expect(await left()).toEqual([]);
    expect(one.logger.warn).not.toHaveBeenCalled();
    expect(one.logger.error).not.toHaveBeenCalled();
  });

  it('goes to the current owner, even with codes of uninstalled modules', async () => {
    const one = replica();
    await change('fail', undefined, 'acme.rule');
    await knex('connections').update({
      data: JSON.stringify({
        ...record.data,
        owner: 'group:default/team-orders',
      }),
    });
    await one.flush();
    expect(one.send.mock.calls[0][0]).toMatchObject({
      recipients: { entityRef: 'group:default/team-orders' },
      payload: { description: 'acme.rule' },
    });
  });

  it('is not sent if notifications are off', async () => {
    const one = replica({ enabled: false });
    await change('fail');
    await one.flush();
    expect(one.send).not.toHaveBeenCalled();
    expect(one.publish).toHaveBeenCalledTimes(2);
    expect(await left()).toEqual([]);
  });

  it('causes no deadlock when many write and send at once', async () => {
    const replicas = [replica(), replica(), replica()];
    const states = ['fail', 'pass', 'warn'] as const;
    await Promise.all(
      Array.from({ length: 45 }, async (_, n) => {
        await change(states[n % 3]);
        await replicas[n % 3].flush();
      }),
    );
    for (const { flush, logger } of replicas) {
      await flush();
      expect(logger.warn).not.toHaveBeenCalled();
    }
    const row = await knex('connections').first('status', 'notified_status');
    expect(row.notified_status).toBe(row.status);
    expect(await left()).toEqual([]);
  });

  it('is sent once the database is back', async () => {
    const one = replica();
    await change('fail');
    await knex.schema.renameTable('health_notices', 'away');
    await one.flush();
    expect(one.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('could not be read'),
    );
    await knex.schema.renameTable('away', 'health_notices');
    await one.flush();
    expect(titles(one)).toHaveLength(1);
  });
});
