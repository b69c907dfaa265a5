/**
 * 100,000 records (`BENCH_RECORDS`) with 30 findings each on PostgreSQL: every list, the entity page, the
 * search and the taking of due records, beside a bare knex query of the same page, and the same list in
 * Backstage's catalog with as many entities. Exits with 1 when a p95 is 20 ms or more, a ratio to knex above
 * 2, or, for the summaries that pages show, above 1.2 to knex or 0.8 to the catalog.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import {
  DEFAULT_PROVIDER_CONTEXT,
  listQuerySchema,
} from 'backstage-plugin-camunda-identity-common';
import { toSummary } from '../../plugins/camunda-identity-backend/src/record/summary';
import { DatabaseConnectionsStore } from '../../plugins/camunda-identity-backend/src/store/DatabaseConnectionsStore';
import { DatabaseLeases } from '../../plugins/camunda-identity-backend/src/store/DatabaseLeases';
import { startPostgres } from '../../scripts/postgres';
import { waitFor } from '../../scripts/processes';
import { pluginDatabase, spread } from './lib/database';
import {
  ENTITIES,
  fillCatalog,
  fillConnections,
  FINDINGS_PER_REPORT,
  OWNERS,
  RECORDS,
} from './lib/fill';

const ROUNDS = 200;
const WARM_UP = 20;
const LIMIT_MS = 20;
const MAX_RATIO = 2;
/** Of what a page shows: its summaries, made and written as JSON, to the bare query. */
const MAX_SUMMARY_RATIO = 1.2;
/** Of the same over HTTP to the catalog. */
const MAX_CATALOG_RATIO = 0.8;
const PORT = 7769;

const pick = (max: number) => Math.floor(Math.random() * max);
const ms = (value: number) => `${value.toFixed(2)} ms`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - startedAt) / 1e6;
}

/** Times of two sides that take turns, also in who comes first. */
async function sideBySide(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown> = async () => {},
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let n = 0; n < WARM_UP + ROUNDS; n += 1)
    for (const side of n % 2 === 0 ? [0, 1] : [1, 0]) {
      const took = await timed(side === 0 ? ours : theirs);
      if (n >= WARM_UP) times[side].push(took);
    }
  return times;
}

interface Case {
  name: string;
  ours(): Promise<unknown>;
  /** The same page with knex alone. */
  bare?(): Promise<unknown>;
  /** More than a page: told, not judged by time. */
  large?: boolean;
  /** What `ours` may take of the time of `bare`. */
  maxRatio?: number;
}

/** Middle of the ratios of runs that followed each other, which what else the machine does hits alike. */
const paired = (ours: number[], theirs: number[]) =>
  spread(ours.map((time, n) => time / theirs[n])).median;

async function run({
  name,
  ours,
  bare,
  large,
  maxRatio = MAX_RATIO,
}: Case): Promise<boolean> {
  const [ourTimes, bareTimes] = await sideBySide(ours, bare);
  const { median, p95, max } = spread(ourTimes);
  let line = `${name.padEnd(34)} median ${ms(median)}, p95 ${ms(p95)}, max ${ms(
    max,
  )}`;
  let ok = large === true || p95 < LIMIT_MS;
  if (bare) {
    const ratio = paired(ourTimes, bareTimes);
    line += `, bare knex ${ms(spread(bareTimes).median)}, ratio ${ratio.toFixed(
      2,
    )}`;
    ok = ok && ratio <= maxRatio;
  }
  console.log(`${line}${ok ? '' : '  <-- missed'}`);
  return ok;
}

function casesOf(knex: Knex): Case[] {
  const store = new DatabaseConnectionsStore(knex);
  const leases = new DatabaseLeases(knex);
  const list = (query: object) => store.list(listQuerySchema.parse(query));
  /** All that a page of summaries takes but HTTP. */
  const summaries = async (query: object) => {
    const { items, ...rest } = await list({ ...query, view: 'summary' });
    return JSON.stringify({
      ...rest,
      items: items.map(item => toSummary(item, DEFAULT_PROVIDER_CONTEXT)),
    });
  };
  const page = (column: string, where: object = {}) =>
    knex('connections')
      .where(where)
      .orderBy([column, 'id'])
      .limit(21)
      .select('*');
  const deep = async () => {
    // Somewhere in the middle: where the page lies must not matter.
    const { nextCursor } = await list({ limit: '1', q: `${pick(RECORDS)}` });
    return nextCursor;
  };
  let cursor: string | undefined;
  return [
    {
      name: 'summary page',
      ours: () => summaries({}),
      bare: () => page('name'),
      maxRatio: MAX_SUMMARY_RATIO,
    },
    {
      name: 'summary page of an owner',
      ours: () => summaries({ owner: `group:default/team-${pick(OWNERS)}` }),
      bare: () => page('name', { owner: `group:default/team-${pick(OWNERS)}` }),
      maxRatio: MAX_SUMMARY_RATIO,
    },
    {
      name: 'list page',
      ours: () => list({}),
      bare: () => page('name'),
    },
    {
      name: 'list page of 200',
      large: true,
      ours: () => list({ limit: '200' }),
      bare: () =>
        knex('connections').orderBy(['name', 'id']).limit(201).select('*'),
    },
    {
      name: 'list page, walking on',
      ours: async () => {
        const next = await list({ sort: 'updatedAt', cursor });
        cursor = next.nextCursor;
      },
      bare: () => page('updated_at'),
    },
    ...['checkedAt', 'status', 'secretsExpireAt'].map(sort => ({
      name: `list by ${sort}, newest first`,
      ours: () => list({ sort, order: 'desc' }),
    })),
    {
      name: 'entity page',
      ours: () =>
        list({ entityRef: `system:default/system-${pick(ENTITIES)}` }),
      bare: () =>
        page('name', {
          entity_ref: `system:default/system-${pick(ENTITIES)}`,
        }),
    },
    {
      name: 'of an owner',
      ours: () => list({ owner: `group:default/team-${pick(OWNERS)}` }),
      bare: () => page('name', { owner: `group:default/team-${pick(OWNERS)}` }),
    },
    { name: 'failing ones', ours: () => list({ status: 'fail' }) },
    {
      name: 'failing ones, last checked first',
      ours: () => list({ status: 'fail', sort: 'checkedAt', order: 'desc' }),
    },
    { name: 'of one version', ours: () => list({ camundaVersion: '8.7' }) },
    {
      name: 'secrets that expire in 30 days',
      ours: () =>
        list({
          sort: 'secretsExpireAt',
          secretsExpireBefore: new Date(
            Date.now() + 30 * 86_400_000,
          ).toISOString(),
        }),
    },
    { name: 'search for one', ours: () => deep() },
    {
      name: 'search for a hundred',
      ours: () => list({ q: `city${pick(1000)}` }),
    },
    { name: 'search for everything', ours: () => list({ q: 'camu' }) },
    // A common word and a digit: ten thousand rows are found and sorted.
    {
      name: 'search for two words',
      large: true,
      ours: () => list({ q: `rec ${pick(9)}` }),
    },
    {
      name: 'taking 10 due records',
      ours: () => leases.take(10, 60_000),
    },
    {
      name: 'history page of a record',
      ours: () =>
        knex('check_reports')
          .where({
            connection_id: `00000000-0000-4000-8000-${String(
              1 + pick(RECORDS),
            ).padStart(12, '0')}`,
          })
          .orderBy([
            { column: 'finished_at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .limit(21),
    },
  ];
}

/** No plan of a list may read a whole table. */
async function noScans(knex: Knex, cases: Case[]): Promise<boolean> {
  const seen: Array<{ sql: string; bindings: unknown[] }> = [];
  const listen = (query: { sql: string; bindings: unknown[] }) =>
    seen.push(query);
  knex.on('query', listen);
  for (const { ours } of cases) await ours();
  knex.removeListener('query', listen);
  let ok = true;
  for (const { sql, bindings } of seen) {
    if (!/^\s*select/.test(sql)) continue;
    const { rows } = await knex.raw(
      `explain ${sql.replace(/\$\d+/g, '?')}`,
      bindings as never,
    );
    const plan = rows.map((row: object) => Object.values(row)[0]).join('\n');
    if (/Seq Scan/.test(plan)) {
      ok = false;
      console.log(`scans a whole table: ${sql}\n${plan}`);
    }
  }
  console.log(
    ok ? `${seen.length} statements, none scans a table` : 'tables are scanned',
  );
  return ok;
}

/** Side by side over HTTP; the catalog's answers are a fraction of ours in size. */
async function besideCatalog(connectionString: string): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'lib', 'replica.ts')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        LOG_LEVEL: 'error',
        BENCH_DATABASE: connectionString,
        BENCH_PORT: String(PORT),
        BENCH_CATALOG: '1',
      },
    },
  );
  try {
    const base = `http://127.0.0.1:${PORT}`;
    await waitFor(
      'The backend with the catalog',
      async () =>
        (await fetch(`${base}/.backstage/health/v1/readiness`)).ok || undefined,
      60_000,
    );
    const url = new URL(connectionString);
    url.pathname = '/backstage_plugin_catalog';
    const catalog = knexFactory({ client: 'pg', connection: url.href });
    await fillCatalog(catalog);
    await catalog.destroy();
    const get = async (path: string) => {
      const response = await fetch(`${base}/api${path}`, {
        headers: {
          Authorization: 'Bearer bench-token',
          // How fast zlib is says nothing about either list.
          'Accept-Encoding': 'identity',
        },
      });
      return response.text();
    };
    const sizeOf = async (path: string) => {
      const body = await get(path);
      if (JSON.parse(body).items?.length !== 20)
        throw new Error(`${path}: ${body.slice(0, 300)}`);
      return `${Math.round(body.length / 1024)} KiB`;
    };
    const SUMMARIES = '/camunda-identity/v1/connections?view=summary&limit=20';
    const of = (owner?: string) => [
      `${SUMMARIES}${owner ? `&owner=${owner}` : ''}`,
      `/catalog/entities/by-query?limit=20&filter=kind=resource${
        owner ? `,spec.owner=${owner}` : ''
      }&orderField=metadata.name,asc&totalItems=exclude`,
    ];
    const anyOwner = () => `group:default/team-${pick(OWNERS)}`;
    // Every page another one: what either side keeps of the last is of no use.
    const cursors: Array<string | undefined> = [undefined, undefined];
    const walk = async (side: 0 | 1) => {
      const path =
        side === 0 ? SUMMARIES : '/catalog/entities/by-query?limit=20';
      const first = of()[side];
      const cursor = cursors[side];
      const body = await get(cursor ? `${path}&cursor=${cursor}` : first);
      // Not parsed: that is the reader's work.
      cursors[side] = body.match(/"nextCursor":"([^"]+)"/)![1];
    };
    const sizes = await Promise.all(of().map(sizeOf));
    console.log(`20 records: ours ${sizes[0]}, the catalog's ${sizes[1]}`);
    let ok = true;
    for (const [name, ours, theirs] of [
      ['summary page over HTTP', () => get(of()[0]), () => get(of()[1])],
      [
        'of any owner, over HTTP',
        () => get(of(anyOwner())[0]),
        () => get(of(anyOwner())[1]),
      ],
      ['page after page, over HTTP', () => walk(0), () => walk(1)],
    ] as const) {
      const [mine, others] = await sideBySide(ours, theirs);
      const ratio = paired(mine, others);
      ok = ok && ratio <= MAX_CATALOG_RATIO;
      console.log(
        `${name.padEnd(34)} median ${ms(spread(mine).median)}, p95 ${ms(
          spread(mine).p95,
        )}; catalog median ${ms(spread(others).median)}, p95 ${ms(
          spread(others).p95,
        )}, ratio ${ratio.toFixed(2)}${
          ratio <= MAX_CATALOG_RATIO ? '' : '  <-- missed'
        }`,
      );
    }
    return ok;
  } finally {
    child.kill('SIGKILL');
  }
}

async function main(): Promise<boolean> {
  const postgres = await startPostgres();
  try {
    const knex = await pluginDatabase(postgres.connectionString);
    const filling = await timed(() => fillConnections(knex));
    const [{ n: records }] = await knex('connections').count({ n: '*' });
    const [{ n: reports }] = await knex('check_reports').count({ n: '*' });
    const { rows } = await knex.raw(
      "select pg_size_pretty(pg_total_relation_size('connections')) as c, pg_size_pretty(pg_total_relation_size('check_reports')) as r, pg_size_pretty(pg_relation_size('connections_search_idx')) as s",
    );
    console.log(
      `${records} records (${rows[0].c}, search index ${
        rows[0].s
      }), ${reports} reports with ${
        Number(reports) * FINDINGS_PER_REPORT
      } findings (${rows[0].r}), filled in ${Math.round(filling / 1000)} s`,
    );
    const cases = casesOf(knex);
    let ok = await noScans(knex, cases);
    for (const entry of cases) ok = (await run(entry)) && ok;
    await knex.destroy();
    return (await besideCatalog(postgres.connectionString)) && ok;
  } finally {
    await postgres.stop();
  }
}

main().then(
  ok => process.exit(ok ? 0 : 1),
  error => {
    console.error(error);
    process.exit(1);
  },
);
