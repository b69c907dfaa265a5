import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { OnDemandLimit } from './OnDemandLimit';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('the limit on %s', id => {
  it('allows exactly the configured number, concurrently and across replicas', async () => {
    const knex = await migrateForTest(await databases.init(id));
    const replicas = [new OnDemandLimit(knex), new OnDemandLimit(knex)];
    for (const bucket of ['alice 1', 'alice 2']) {
      const taken = await Promise.allSettled(
        Array.from({ length: 20 }, (_, n) => replicas[n % 2].take(bucket, 5)),
      );
      const refused = taken.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(15);
      for (const { reason } of refused as PromiseRejectedResult[])
        expect(reason).toMatchObject({ statusCode: 429 });
    }
    await replicas[0].clean();
    expect(await knex('on_demand_runs')).toHaveLength(10);
    await knex('on_demand_runs').update({ at: '2026-01-01T00:00:00.000Z' });
    await replicas[0].take('alice 1', 5);
    await replicas[0].clean();
    expect(await knex('on_demand_runs')).toHaveLength(1);
    await knex.destroy();
  });

  it('does not count runs that were stored while a clock was ahead', async () => {
    const knex = await migrateForTest(await databases.init(id));
    const limit = new OnDemandLimit(knex);
    const clock = jest.spyOn(Date, 'now');
    try {
      const now = Date.parse('2026-11-26T10:00:00Z');
      clock.mockReturnValue(now + 3_600_000);
      await limit.take('alice', 2);
      await limit.take('alice', 2);
      clock.mockReturnValue(now);
      await limit.take('alice', 2);
      await limit.take('alice', 2);
      await expect(limit.take('alice', 2)).rejects.toMatchObject({
        statusCode: 429,
        retryAfter: 60,
      });
      clock.mockReturnValue(now + 61_000);
      await limit.take('alice', 2);
      clock.mockReturnValue(now - 3_600_000);
      await limit.clean();
      expect(await knex('on_demand_runs')).toEqual([]);
    } finally {
      clock.mockRestore();
    }
    await knex.destroy();
  });
});
