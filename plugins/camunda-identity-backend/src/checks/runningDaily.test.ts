import type { Knex } from 'knex';
import {
  createReplica,
  storedRecord,
  type Replica,
} from '../__testUtils__/replica';
import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';

jest.setTimeout(60_000);

const databases = testDatabases();
const DAY_MS = 24 * 60 * 60 * 1000;

describe.each(databases.eachSupportedId())(
  'running components and the schedule on %s',
  id => {
    let knex: Knex;
    let issuers: Issuers;
    let replica: Replica;

    const start = async (running?: string) => {
      issuers = await startIssuers();
      knex = await migrateForTest(await databases.init(id));
      replica = createReplica(knex, running ? { checks: { running } } : {});
      await replica.store.insert(
        storedRecord('payments', issuers.url('a'), {
          components: {
            identity: {
              url: issuers.url('identity'),
              clientId: 'identity',
              audience: 'identity-api',
            },
            optimize: {
              url: issuers.url('optimize'),
              clientId: 'optimize',
              audience: 'optimize-api',
            },
          } as never,
        }),
      );
    };
    afterEach(async () => {
      await replica.stop();
      await knex.destroy();
      await issuers.stop();
    });

    /** Sweeps as if the record had last been checked that long ago, on the same UTC day or another. */
    const sweep = async (checkedAt: Date | undefined) => {
      issuers.requests.clear();
      await knex('check_schedule').update({
        due_at: new Date().toISOString(),
      });
      await knex('connections').update({
        checked_at: checkedAt?.toISOString() ?? '',
      });
      await replica.scheduled.sweep(new AbortController().signal);
      await replica.publisher.settled();
      const paths = [...issuers.requests.keys()];
      // The provider is asked each time.
      expect(paths).toContain('/a/.well-known/openid-configuration');
      const [report] = await knex('check_reports').orderBy(
        'finished_at',
        'desc',
      );
      return {
        asked: paths.some(path => /^\/(optimize|identity)/.test(path)),
        reported: JSON.stringify(report).includes('running.sign-in'),
      };
    };
    const today = () => new Date();
    const yesterday = () => new Date(Date.now() - DAY_MS);

    it('daily: are asked once a day, however often the provider is checked', async () => {
      await start('daily');
      const yes = { asked: true, reported: true };
      expect(await sweep(undefined)).toEqual(yes);
      expect((await sweep(today())).asked).toBe(false);
      expect((await sweep(today())).asked).toBe(false);
      expect(await sweep(yesterday())).toEqual(yes);
      expect((await sweep(today())).asked).toBe(false);
    });

    it.each([undefined, 'onClick', 'never'])(
      '%s: are never asked by the schedule',
      async running => {
        await start(running);
        for (const checkedAt of [undefined, yesterday(), today()])
          expect(await sweep(checkedAt)).toEqual({
            asked: false,
            reported: false,
          });
      },
    );
  },
);
