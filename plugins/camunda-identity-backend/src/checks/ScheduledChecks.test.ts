import type { Knex } from 'knex';
import {
  createReplica,
  storedRecord,
  type Replica,
} from '../__testUtils__/replica';
import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';
import { DatabaseLeases } from '../store/DatabaseLeases';
import { scheduleTasks } from '../tasks/scheduleTasks';

jest.setTimeout(60_000);

const databases = testDatabases();
const never = new AbortController().signal;

describe.each(databases.eachSupportedId())('scheduled checks on %s', id => {
  let knex: Knex;
  let issuers: Issuers;
  let replicas: Replica[];

  beforeEach(async () => {
    issuers = await startIssuers();
    knex = await migrateForTest(await databases.init(id));
    replicas = [createReplica(knex), createReplica(knex)];
  });
  afterEach(async () => {
    for (const replica of replicas) await replica.stop();
    await knex.destroy();
    await issuers.stop();
  });

  /** Its result is published. */
  const sweep = async ({ scheduled, publisher }: Replica) => {
    const taken = await scheduled.sweep(never);
    await publisher.settled();
    return taken;
  };
  const add = async (count: number, issuer = 'a') => {
    const records = Array.from({ length: count }, (_, n) =>
      storedRecord(`${issuer}-${n}`, issuers.url(issuer)),
    );
    for (const record of records) await replicas[0].store.insert(record);
    return records;
  };
  const dueNow = () =>
    knex('check_schedule').update({ due_at: new Date().toISOString() });
  const silent = () => {
    for (const { logger } of replicas) {
      expect(logger.warn).not.toHaveBeenCalled();
      expect(logger.error).not.toHaveBeenCalled();
    }
  };

  it('are shared by replicas, once per record, and not repeated before they are due', async () => {
    await add(50);
    const taken = await Promise.all(replicas.map(sweep));
    expect(taken[0] + taken[1]).toBe(50);
    expect(await sweep(replicas[0])).toBe(0);
    const reports = await knex('check_reports');
    expect(reports).toHaveLength(50);
    expect(new Set(reports.map(row => row.connection_id)).size).toBe(50);
    expect(reports.every(row => row.trigger === 'schedule')).toBe(true);
    expect(await knex('connections').where({ status: 'pass' })).toHaveLength(
      50,
    );
    const day = 24 * 60 * 60 * 1000;
    for (const row of await knex('check_schedule')) {
      expect(row.ticket).toBe('');
      const wait = Date.parse(row.due_at) - Date.now();
      expect(wait).toBeGreaterThan(day - 60_000);
      expect(wait).toBeLessThan(1.1 * day);
    }
    silent();
  });

  it('fetch the documents of an issuer once for all its records', async () => {
    await add(40, 'a');
    await add(20, 'b');
    expect(await sweep(replicas[0])).toBe(60);
    expect([...issuers.requests.values()]).toEqual([1, 1, 1, 1]);
    // The next sweep fetches them again.
    await dueNow();
    await sweep(replicas[0]);
    expect([...issuers.requests.values()]).toEqual([2, 2, 2, 2]);
    expect((await knex('check_schedule').first()).discovery_digest).not.toBe(
      '',
    );
  });

  it('are taken over when a replica dies, and its late results are dropped', async () => {
    const [record] = await add(1);
    const [dead] = await new DatabaseLeases(knex).take(5, 200);
    expect(dead.connection.id).toBe(record.id);
    expect(await sweep(replicas[1])).toBe(0);
    // Not before the dead replica's lease has ended.
    while ((await sweep(replicas[1])) === 0)
      await new Promise(done => setTimeout(done, 20));
    const [report] = await knex('check_reports');
    const late = await replicas[0].results.save({
      report: {
        ...JSON.parse(JSON.stringify({ summary: {}, findings: [] })),
        id: 'late',
        connectionId: record.id,
        trigger: 'schedule',
        status: 'fail',
        startedAt: report.started_at,
        finishedAt: report.finished_at,
        durationMs: 1,
      },
      revision: 1,
      health: current => ({ ...current, status: 'fail' }),
      lease: {
        ticket: dead.ticket,
        dueAt: 0,
        failures: 0,
      },
    });
    expect(late).toEqual({ stored: false });
    expect(await knex('check_reports')).toHaveLength(1);
    expect((await knex('connections').first()).status).toBe('pass');
  });

  it('are given back when they are cancelled', async () => {
    await add(3);
    const asked = issuers.hold.start();
    const controller = new AbortController();
    const running = replicas[0].scheduled.sweep(controller.signal);
    await asked;
    controller.abort(new Error('cancelled'));
    await running;
    issuers.hold.release();
    expect(await knex('check_reports')).toEqual([]);
    expect(await knex('check_schedule').where({ ticket: '' })).toHaveLength(3);
    expect(await sweep(replicas[1])).toBe(3);
    silent();
  });

  it('are retried soon after a failure, and notify the owner once of each change', async () => {
    const [record] = await add(1);
    await sweep(replicas[0]);
    for (const { notifications, signals } of replicas) {
      expect(notifications.send).not.toHaveBeenCalled();
      signals.publish.mockClear();
    }
    issuers.state.down = true;
    for (let n = 1; n <= 3; n += 1) {
      await dueNow();
      await Promise.all(replicas.map(r => sweep(r)));
      const [row] = await knex('check_schedule');
      expect(row.failures).toBe(n);
      const wait = Date.parse(row.due_at) - Date.now();
      expect(wait).toBeGreaterThan(2 ** (n - 1) * 14 * 60_000);
      expect(wait).toBeLessThan(2 ** (n - 1) * 17 * 60_000);
    }
    const sent = () =>
      replicas.flatMap(r => r.notifications.send.mock.calls as any[][]);
    const told = () =>
      replicas.flatMap(r => r.signals.publish.mock.calls as any[][]);
    expect(sent()).toHaveLength(1);
    expect(sent()[0][0]).toMatchObject({
      recipients: { entityRef: 'group:default/team-payments' },
      payload: {
        severity: 'high',
        link: '/catalog/default/system/payments-camunda',
        title: 'a-0: the connection to the provider fails',
      },
    });
    expect(told()).toEqual([
      [
        {
          recipients: {
            type: 'user',
            entityRef: 'group:default/team-payments',
          },
          channel: 'camunda-identity:connections',
          message: { id: record.id },
        },
      ],
    ]);
    const events = replicas.flatMap(
      r => (r.events.publish as jest.Mock).mock.calls,
    );
    // unknown to pass, pass to fail.
    expect(events).toEqual(
      Array(2).fill([
        { topic: 'camunda-identity.health', eventPayload: { id: record.id } },
      ]),
    );
    issuers.state.down = false;
    await dueNow();
    await sweep(replicas[0]);
    // Either replica may have sent the first one.
    expect(
      sent()
        .map(([{ payload }]) => payload.title)
        .sort(),
    ).toEqual([
      'a-0: the connection to the provider fails',
      expect.stringMatching(/works again/),
    ]);
    expect((await knex('check_schedule').first()).failures).toBe(0);
  });

  /** Runs a sweep, and does something before the provider answers. */
  const sweepMeanwhile = async (act: () => Promise<unknown>) => {
    const asked = issuers.hold.start();
    const running = sweep(replicas[0]);
    await asked;
    await act();
    issuers.hold.release();
    await running;
  };

  it('store nothing and log no error for a record that is deleted meanwhile', async () => {
    const [record] = await add(1);
    await sweepMeanwhile(() => replicas[0].store.remove(record.id, 1));
    for (const table of ['check_reports', 'connections', 'check_schedule'])
      expect(await knex(table)).toEqual([]);
    silent();
  });

  it('store no stale health and log no error for a record that is edited meanwhile', async () => {
    const [record] = await add(1);
    const provider = { type: 'GENERIC' as const, issuer: issuers.url('b') };
    await sweepMeanwhile(() =>
      replicas[0].store.replace(
        {
          ...record,
          revision: 2,
          updatedAt: new Date().toISOString(),
          data: { ...record.data, provider },
        },
        1,
      ),
    );
    // The same sweep has continued with the current record, and stored only that result.
    expect(await knex('check_reports')).toHaveLength(1);
    expect(await replicas[0].store.find(record.id)).toMatchObject({
      status: 'pass',
      discovered: { tokenUrl: `${provider.issuer}/token` },
    });
    silent();
  });

  it('keep the health of a run that ends while a title is edited', async () => {
    const [record] = await add(1);
    const read = await replicas[0].store.find(record.id);
    await sweep(replicas[0]);
    await replicas[0].store.replace(
      {
        ...read!,
        revision: 2,
        updatedAt: new Date().toISOString(),
        data: { ...read!.data, title: 'New title' },
      },
      1,
    );
    const now = await replicas[0].store.find(record.id);
    expect(now).toMatchObject({ status: 'pass', data: { title: 'New title' } });
    expect(now!.recent).toHaveLength(1);
  });

  it('do not reveal the database in a task’s error', async () => {
    const broken = createReplica(knex);
    const take = jest
      .spyOn(DatabaseLeases.prototype, 'take')
      .mockRejectedValueOnce(
        new Error('connect ECONNREFUSED db.internal:5432'),
      );
    await expect(broken.scheduled.sweep(never)).rejects.toThrow(
      'The database did not answer; the log has the reason',
    );
    take.mockRestore();
    await broken.stop();
  });

  it('end at shutdown without reporting the provider as broken', async () => {
    const records = await add(30);
    const { scheduled, publisher, retention, http, notifications } =
      replicas[0];
    let shutDown = async () => {};
    const tasks: Array<{ id: string; fn(signal: AbortSignal): Promise<void> }> =
      [];
    await scheduleTasks({
      scheduler: { scheduleTask: async (task: any) => tasks.push(task) } as any,
      lifecycle: {
        addShutdownHook: (hook: any) => {
          shutDown = hook;
        },
      } as any,
      checks: scheduled,
      publisher,
      retention,
      http,
      config: { ...replicas[0].config.schedule },
    });
    const asked = issuers.hold.start();
    // Backstage aborts its tasks only after the hooks of plugins.
    const running = tasks
      .find(task => task.id === 'camunda-identity-checks')!
      .fn(never);
    await asked;
    await shutDown();
    await running;
    issuers.hold.release();
    await publisher.settled();
    expect(await knex('check_reports')).toEqual([]);
    expect(notifications.send).not.toHaveBeenCalled();
    // All records are available to the next replica at once.
    expect(await knex('check_schedule').where({ ticket: '' })).toHaveLength(
      records.length,
    );
    expect(await sweep(replicas[1])).toBe(records.length);
    silent();
  });

  it('yield to other work even when everything is cached', async () => {
    await add(60);
    let turns = 0;
    let ended = false;
    const count = () => {
      turns += 1;
      if (!ended) setImmediate(count);
    };
    setImmediate(count);
    await sweep(replicas[0]);
    ended = true;
    // At least once for every few records.
    expect(turns).toBeGreaterThan(5);
  });

  it('fetch documents again for a record that is edited during the sweep', async () => {
    const [first, second] = await add(2);
    const { store, scheduled, publisher } = replicas[0];
    issuers.state.down = true;
    let edited = false;
    const save = replicas[0].results.save.bind(replicas[0].results);
    jest.spyOn(replicas[0].results, 'save').mockImplementation(async result => {
      const saved = await save(result);
      if (!edited && result.report.connectionId === first.id) {
        edited = true;
        issuers.state.down = false;
        const stored = (await store.find(first.id))!;
        await store.replace(
          {
            ...stored,
            revision: 2,
            data: { ...stored.data, title: 'mended' },
            updatedAt: new Date().toISOString(),
          },
          1,
        );
      }
      return saved;
    });
    expect(await scheduled.sweep(never)).toBe(3);
    await publisher.settled();
    expect((await store.find(first.id))!.status).not.toBe('fail');
    expect((await store.find(second.id))!.status).toBe('fail');
  });
});
