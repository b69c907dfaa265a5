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
const never = new AbortController().signal;

describe.each(databases.eachSupportedId())('retention on %s', id => {
  let knex: Knex;
  let issuers: Issuers;
  let replica: Replica;

  beforeEach(async () => {
    issuers = await startIssuers();
    knex = await migrateForTest(await databases.init(id));
    replica = createReplica(knex, {
      retention: { maxReports: 30, maxAge: 'P10D' },
    });
  });
  afterEach(async () => {
    await replica.stop();
    await knex.destroy();
    await issuers.stop();
  });

  it('deletes surplus and old reports, except those that health refers to', async () => {
    const record = storedRecord('a', issuers.url('a'));
    await replica.store.insert(record);
    for (let n = 0; n < 33; n += 1) {
      await knex('check_schedule').update({ due_at: '' });
      await replica.scheduled.sweep(never);
    }
    expect(await knex('check_reports')).toHaveLength(30);

    const old = '2026-01-01T00:00:00.000Z';
    const kept = (await replica.store.find(record.id))!.recent;
    const [row] = await knex('check_reports');
    // More than one batch, all of them older than those that health refers to.
    const rows = Array.from({ length: 1_100 }, (_, n) => ({
      ...row,
      id: `old-${n}`,
      finished_at: old,
    }));
    for (let n = 0; n < rows.length; n += 50)
      await knex('check_reports').insert(rows.slice(n, n + 50));
    await knex('check_reports').update({ finished_at: old });
    expect(await replica.retention.clean(never)).toBe(1_100);
    const left = await knex('check_reports').select('id');
    expect(left.map(entry => entry.id).sort()).toEqual(
      kept.map(({ reportId }) => reportId).sort(),
    );
    expect(await replica.retention.clean(never)).toBe(0);
  });
});
