import { createReplica, storedRecord } from '../__testUtils__/replica';
import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { startIssuers } from '../__testUtils__/issuers';

jest.setTimeout(120_000);

const databases = testDatabases();
const never = new AbortController().signal;

/** An hour, at the pace of the fastest cadence, in which the provider drips. */
const ROUNDS = 60;
const RECORDS = 3;
/** Reports that are kept of a record. */
const KEPT = 30;

describe.each(databases.eachSupportedId())(
  'a provider that drips for an hour on schedule, on %s',
  id => {
    it('leaks no connection, grows no table, and causes one notification', async () => {
      const issuers = await startIssuers();
      const knex = await migrateForTest(await databases.init(id));
      const replica = createReplica(knex, {
        http: {
          allowPlainHttp: true,
          allowedHosts: ['localhost'],
          requestTimeoutMs: 100,
          runTimeoutMs: 1_000,
        },
        retention: { maxReports: KEPT },
      });
      const records = Array.from({ length: RECORDS }, (_, n) =>
        storedRecord(`r-${n}`, issuers.url('a')),
      );
      for (const record of records) await replica.store.insert(record);
      const sweep = async () => {
        await knex('check_schedule').update({
          due_at: new Date().toISOString(),
        });
        expect(await replica.scheduled.sweep(never)).toBe(RECORDS);
        await replica.publisher.settled();
      };
      const statuses = async () =>
        (await Promise.all(records.map(r => replica.store.find(r.id)))).map(
          stored => stored?.status,
        );
      const reports = async () =>
        Number((await knex('check_reports').count({ n: '*' }).first())!.n);

      await sweep();
      expect(new Set(await statuses())).not.toContain('fail');

      issuers.state.dripping = true;
      const open: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await sweep();
        open.push(await issuers.connections());
      }
      expect(await statuses()).toEqual(Array(RECORDS).fill('fail'));
      expect(replica.notifications.send).toHaveBeenCalledTimes(RECORDS);
      // Only what retention allows is kept, and open connections do not add up.
      expect(Math.max(...open.slice(-10))).toBeLessThanOrEqual(
        Math.max(...open.slice(0, 10)),
      );
      expect(await knex('check_schedule').where('ticket', '!=', '')).toEqual(
        [],
      );
      // And the last successful one.
      expect(await reports()).toBe(RECORDS * (KEPT + 1));

      issuers.state.dripping = false;
      await sweep();
      expect(await statuses()).not.toContain('fail');
      expect(replica.notifications.send).toHaveBeenCalledTimes(2 * RECORDS);
      await replica.stop();
      await knex.destroy();
      await issuers.stop();
    });
  },
);
