import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { OnDemandLimit } from './OnDemandLimit';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('the limit on %s', id => {
  it('lets exactly as many through as it says, at once and from several replicas', async () => {
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
});
