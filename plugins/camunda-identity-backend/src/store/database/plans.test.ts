/* eslint-disable jest/no-conditional-expect -- the databases describe their plans differently */
import type { Knex } from 'knex';
import { listQuerySchema } from 'backstage-plugin-camunda-identity-common';
import { ExpiryNoticesStore } from '../ExpiryNoticesStore';
import { createReplica, type Replica } from '../../__testUtils__/replica';
import { migrateForTest, testDatabases } from '../../__testUtils__/databases';
import type { ConnectionFilter } from '../ConnectionFilter';
import { DatabaseLeases } from '../DatabaseLeases';
import { DatabaseSecretsStore } from '../DatabaseSecretsStore';
import { ExpiryNotices } from '../../notifications/ExpiryNotices';
import { manyRows } from '../__testUtils__/manyRows';
import { plansOf, readPlan } from '../__testUtils__/plans';
import { isPostgres } from './isPostgres';

jest.setTimeout(60_000);

const databases = testDatabases();
const never = new AbortController().signal;

const SORTS = {
  name: 'name',
  updatedAt: 'updated_at',
  checkedAt: 'checked_at',
  status: 'status_rank',
  secretsExpireAt: 'secrets_expire_at',
};

/** A single filter, and the column by which an index must find it. */
const FILTERS: Array<[object, string]> = [
  [{ owner: 'group:default/team-7' }, 'owner'],
  [{ provider: 'MICROSOFT' }, 'provider_type'],
  [{ status: 'fail' }, 'status'],
  [{ camundaVersion: '8.7' }, 'camunda_version'],
];

/** Several filters, and the column that PostgreSQL, which has statistics, must look up. */
const COMBINED: Array<[object, string]> = [
  [{ owner: 'group:default/team-1', status: 'fail' }, 'owner'],
  [{ owner: 'group:default/team-1', sort: 'checkedAt' }, 'owner'],
  [{ entityRef: 'system:default/system-7', status: 'pass' }, 'entity_ref'],
  // No record matches these.
  [
    { status: 'fail', provider: 'MICROSOFT', camundaVersion: '8.6' },
    'provider_type',
  ],
  [
    { provider: 'MICROSOFT', camundaVersion: '8.9', sort: 'updatedAt' },
    'provider_type',
  ],
  [
    { status: 'fail', camundaVersion: '8.6', sort: 'checkedAt' },
    'camunda_version',
  ],
];

const isIn = (
  column: ConnectionFilter['column'],
  ...values: string[]
): ConnectionFilter => ({ column, values });
const OWNERS = isIn('owner', 'group:default/team-1', 'group:default/team-2');

const PERMITTED: Array<[ConnectionFilter, string]> = [
  [OWNERS, 'owner'],
  [isIn('entityRef', 'system:default/a', 'system:default/b'), 'entity_ref'],
  [isIn('providerType', 'MICROSOFT'), 'provider_type'],
];

describe.each(databases.eachSupportedId())('plans on %s', id => {
  let knex: Knex;
  let replica: Replica;
  let postgres: boolean;

  beforeAll(async () => {
    knex = await migrateForTest(await databases.init(id));
    postgres = isPostgres(knex);
    await manyRows(knex);
    replica = createReplica(knex);
  });
  afterAll(async () => {
    await replica.stop();
    await knex.destroy();
  });

  const list = (
    query: object,
    filter?: Parameters<typeof replica.store.list>[1],
  ) =>
    replica.store.list(listQuerySchema.parse({ limit: '2', ...query }), filter);
  /** The plan of the only statement. */
  const plan = async (work: () => Promise<unknown>, only?: RegExp) => {
    const plans = await plansOf(knex, work, only);
    expect(plans).toHaveLength(1);
    return { text: plans[0], ...readPlan(plans[0]) };
  };
  const counted = (query: object, filter?: Parameters<typeof list>[1]) =>
    plan(() => list({ ...query, count: 'true' }, filter), /count\(/);

  it.each(Object.entries(SORTS))(
    'a list by %s is read in order, further pages starting at the cursor',
    async (sort, column) => {
      for (const order of ['asc', 'desc']) {
        const query = { sort, order };
        const first = await plan(() => list(query));
        expect(first).toMatchObject({ scans: false, sorts: false });
        const { nextCursor: cursor } = await list(query);
        const further = await plan(() => list({ ...query, cursor }));
        expect(further).toMatchObject({ scans: false, sorts: false });
        expect(further.columns).toContain(column);
      }
    },
  );

  it.each(FILTERS)(
    '%j is found by its column in order',
    async (query, column) => {
      const first = await plan(() => list(query));
      expect(first).toMatchObject({
        columns: [column],
        scans: false,
        drops: false,
        sorts: false,
      });
      const { nextCursor: cursor } = await list(query);
      const further = await plan(() => list({ ...query, cursor }));
      expect(further).toMatchObject({
        scans: false,
        drops: false,
        sorts: false,
      });
      expect(further.columns).toEqual(expect.arrayContaining([column, 'name']));
      expect(await counted(query)).toMatchObject({
        columns: [column],
        indexOnly: true,
      });
    },
  );

  it.each(COMBINED)('%j is found by its columns', async (query, column) => {
    for (const found of [await plan(() => list(query)), await counted(query)]) {
      expect(found.scans).toBe(false);
      // SQLite may choose any of them.
      expect(found.columns).toContainEqual(
        postgres
          ? column
          : expect.stringMatching(/^(owner|entity|status|provider|camunda)/),
      );
    }
  });

  it('entities and expiry times are found by their columns', async () => {
    for (const [query, column] of [
      [{ entityRef: 'system:default/system-7' }, 'entity_ref'],
      [
        { secretsExpireBefore: new Date(Date.now() + 5 * 864e5).toISOString() },
        'secrets_expire_at',
      ],
    ] as const)
      for (const sort of ['name', 'secretsExpireAt']) {
        // SQLite has no statistics on how few these are, and reads a sort index.
        if (!postgres && sort === 'name' && column !== 'entity_ref') continue;
        const found = await plan(() => list({ ...query, sort }));
        expect(found.scans).toBe(false);
        expect(found.columns).toContain(column);
      }
  });

  it.each(PERMITTED)(
    'a policy’s %j is found by its column',
    async (filter, column) => {
      const found = await plan(() => list({}, filter));
      expect(found).toMatchObject({ columns: [column], scans: false });
      expect(await counted({}, filter)).toMatchObject({
        columns: [column],
        scans: false,
      });
    },
  );

  it('counts under a policy with a negation or an alternative do not read the records', async () => {
    for (const filter of [
      { not: OWNERS },
      { anyOf: [OWNERS, isIn('providerType', 'MICROSOFT')] as any },
      {
        allOf: [
          { not: OWNERS },
          { not: isIn('providerType', 'GENERIC') },
        ] as any,
      },
    ] as any[]) {
      const count = await counted({}, filter);
      if (postgres) expect(count.indexOnly).toBe(true);
      expect((await plan(() => list({}, filter))).scans).toBe(false);
    }
    expect(await counted({})).toMatchObject({ indexOnly: true });
  });

  it('words are found by an index on PostgreSQL', async () => {
    const words = await plan(() => list({ q: 'record idp77' }));
    if (postgres) {
      expect(words.text).toContain(
        'Bitmap Index Scan on connections_search_idx',
      );
      expect(words.columns).toContain('search_text');
    }
    expect(words.text).not.toContain('Seq Scan');
  });

  it('due records are taken and counted by their time', async () => {
    for (const [work, only] of [
      [() => new DatabaseLeases(knex).take(2, 1), /check_schedule/],
      [() => new DatabaseLeases(knex).countDue(), /count/],
    ] as const) {
      const due = await plan(work, only);
      expect(due.columns).toContain('due_at');
      expect(due).toMatchObject({ scans: false, sorts: false });
    }
  });

  it('old reports are found by their time', async () => {
    const old = await plansOf(knex, () => replica.retention.clean(never));
    const [runs, logins, reports] = old.map(readPlan);
    expect(runs).toMatchObject({ columns: ['at'], scans: false });
    expect(logins).toMatchObject({ columns: ['expires_at'], scans: false });
    expect(reports).toMatchObject({ columns: ['finished_at'], scans: false });
    for (const one of old) expect(readPlan(one).scans).toBe(false);
  });

  it('secrets, reports and runs are found by their record or bucket', async () => {
    const secrets = new DatabaseSecretsStore(knex);
    for (const [work, column] of [
      [() => secrets.list(['id-000007']), 'connection_id'],
      [() => replica.reports.list('id-000007', { limit: 5 }), 'connection_id'],
      [() => replica.limit.take('bucket-7', 5), 'bucket'],
    ] as const) {
      const found = await plan(work, /^select(?!.*lock)/);
      expect(found.columns).toContain(column);
      expect(found.scans).toBe(false);
    }
  });

  it('expiring secrets are found by their time', async () => {
    const notices = new ExpiryNotices({
      notices: new ExpiryNoticesStore(knex),
      secrets: new DatabaseSecretsStore(knex),
      notifications: replica.notifications as any,
      logger: replica.logger,
    });
    const found = await plan(() => notices.run(), /secrets_expire_at/);
    expect(found.scans).toBe(false);
    expect(found.columns).toContain('secrets_expire_at');
  });

  it('the gauge of health does not read records', async () => {
    const found = await plan(() =>
      knex('connections').select('status').count({ n: '*' }).groupBy('status'),
    );
    expect(found.indexOnly).toBe(true);
  });
});
