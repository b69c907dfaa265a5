import type { Knex } from 'knex';
import { listQuerySchema } from 'backstage-plugin-camunda-identity-common';
import { createReplica, storedRecord } from '../__testUtils__/checkWork';
import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { isPostgres } from './isPostgres';

jest.setTimeout(60_000);

const databases = testDatabases();
const never = new AbortController().signal;

interface Captured {
  sql: string;
  bindings: unknown[];
}

/** Runs `work` and returns the reading and claiming statements that it sent. */
async function capture(knex: Knex, work: () => Promise<unknown>) {
  const seen: Captured[] = [];
  const listen = ({ sql, bindings }: Captured) => {
    if (/^\s*(select|with|delete)/i.test(sql) && !/advisory/.test(sql))
      seen.push({ sql, bindings });
  };
  knex.on('query', listen);
  await work();
  knex.removeListener('query', listen);
  return seen;
}

/** The plan with indexes preferred wherever one can serve: what is still scanned has none. */
async function planOf(
  knex: Knex,
  { sql, bindings }: Captured,
): Promise<string> {
  if (!isPostgres(knex)) {
    const rows = await knex.raw(`explain query plan ${sql}`, bindings as never);
    return rows.map((row: { detail: string }) => row.detail).join('\n');
  }
  return knex.transaction(async tx => {
    await tx.raw('set local enable_seqscan = off');
    // The captured statement has numbered placeholders already.
    const answer = await tx.raw(
      `explain ${sql.replace(/\$\d+/g, '?')}`,
      bindings as never,
    );
    return answer.rows
      .map((row: Record<string, string>) => row['QUERY PLAN'])
      .join('\n');
  });
}

const scans = (plan: string) =>
  plan
    .split('\n')
    .filter(line => /Seq Scan on|\bSCAN (?!.*USING)(?!CONSTANT)/.test(line));

const SORTS = ['name', 'updatedAt', 'checkedAt', 'status', 'secretsExpireAt'];

const LISTS: object[] = [
  ...SORTS.map(sort => ({ sort })),
  ...SORTS.map(sort => ({ sort, order: 'desc' })),
  { owner: 'group:default/a' },
  { entityRef: 'system:default/a' },
  { provider: 'MICROSOFT' },
  { status: 'fail' },
  { camundaVersion: '8.7' },
  { secretsExpireBefore: '2027-01-01T00:00:00Z' },
  { owner: 'group:default/a', status: 'fail', sort: 'checkedAt' },
];

describe.each(databases.eachSupportedId())('plans on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await migrateForTest(await databases.init(id));
  });
  afterEach(() => knex.destroy());

  it('read every list, claim and clean-up through an index', async () => {
    const replica = createReplica(knex);
    const { store } = replica;
    for (let n = 0; n < 5; n += 1)
      await store.insert(storedRecord(`r-${n}`, 'https://idp.example.com'));
    const list = (query: object) =>
      store.list(listQuerySchema.parse({ limit: '2', ...query }));
    const captured = new Map<string, Captured[]>();
    for (const query of LISTS) {
      const name = JSON.stringify(query);
      let next: string | undefined;
      captured.set(
        name,
        await capture(knex, async () => {
          next = (await list(query)).nextCursor;
        }),
      );
      if (next)
        captured.set(
          `${name} further`,
          await capture(knex, () => list({ ...query, cursor: next })),
        );
    }
    if (isPostgres(knex))
      captured.set('search', await capture(knex, () => list({ q: 'r-3 idp' })));
    captured.set(
      'history',
      await capture(knex, () => replica.reports.list('x', { limit: 5 })),
    );
    captured.set(
      'sweep',
      await capture(knex, () => replica.scheduled.sweep(never)),
    );
    captured.set(
      'clean',
      await capture(knex, () => replica.retention.clean(never)),
    );
    captured.set(
      'limit',
      await capture(knex, () => replica.limit.take('x', 5)),
    );

    const further: string[] = [];
    for (const [name, statements] of captured) {
      expect(statements.length).toBeGreaterThan(0);
      for (const statement of statements) {
        const plan = await planOf(knex, statement);
        expect([name, scans(plan), plan]).toEqual([name, [], plan]);
        if (name.endsWith('} further')) further.push(plan);
      }
    }
    // A further page begins where the cursor stands, not at the beginning of the index.
    expect(further.length).toBeGreaterThan(SORTS.length);
    const unfiltered = further.slice(0, 2 * SORTS.length);
    const seek = isPostgres(knex)
      ? /Index Cond: \(ROW/
      : /SEARCH connections USING INDEX \w+ \(\(?\w+(,id\))?[<>]/;
    for (const plan of unfiltered) expect(plan).toMatch(seek);
    await replica.stop();
  });
});
