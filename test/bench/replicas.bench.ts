/**
 * Two replicas on one PostgreSQL, 2,000 records due at once, one replica killed with SIGKILL midway, then
 * a second period with both. Exits with 1 unless every record was checked exactly once in each period.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { DatabaseConnectionsStore } from '../../plugins/camunda-identity-backend/src/store/DatabaseConnectionsStore';
import { startIssuers } from '../../plugins/camunda-identity-backend/src/__testUtils__/issuers';
import { startPostgres } from '../../scripts/postgres';
import { waitFor } from '../../scripts/processes';
import { pluginDatabase, spread } from './lib/database';
import { storedRecord } from './lib/records';

const RECORDS = 2_000;
const ISSUERS = 200;
/** What the killed replica had taken is free again after its lease, 38 s here. */
const WAIT_MS = 120_000;

interface Replica {
  child: ChildProcess;
  checked: number;
  errors: string[];
  exited: Promise<void>;
}

async function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

async function startReplica(database: string): Promise<Replica> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'lib', 'replica.ts')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LOG_LEVEL: 'warn',
        BENCH_DATABASE: database,
        BENCH_PORT: String(port),
      },
    },
  );
  const replica: Replica = {
    child,
    checked: 0,
    errors: [],
    exited: new Promise(done => child.once('exit', () => done())),
  };
  const read = (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n'))
      if (line === 'checked') replica.checked += 1;
      else if (/\berror\b/.test(line)) replica.errors.push(line);
  };
  child.stdout!.on('data', read);
  child.stderr!.on('data', read);
  await waitFor(
    'A replica',
    async () =>
      (
        await fetch(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`)
      ).ok || undefined,
    60_000,
  );
  return replica;
}

async function reportCounts(knex: Knex, since: string) {
  const { rows } = await knex.raw(
    `select s.connection_id as id, count(r.id)::int as n, max(r.finished_at) as last
     from check_schedule s left join check_reports r
       on r.connection_id = s.connection_id and r.finished_at >= ?
     group by 1`,
    [since],
  );
  return rows as Array<{ id: string; n: number; last: string }>;
}

function judge(period: string, counts: Array<{ n: number }>): boolean {
  const lost = counts.filter(({ n }) => n === 0).length;
  const twice = counts.filter(({ n }) => n > 1).length;
  console.log(
    `${period}: ${counts.length} records, ${lost} lost, ${twice} checked more than once`,
  );
  return lost === 0 && twice === 0 && counts.length === RECORDS;
}

async function begin(knex: Knex): Promise<string> {
  const now = new Date().toISOString();
  await knex('check_schedule').update({ due_at: now });
  return now;
}

async function allDone(knex: Knex, what: string) {
  await waitFor(
    what,
    async () => {
      const [{ n }] = await knex('check_schedule')
        .where('due_at', '<=', new Date().toISOString())
        .orWhereNot('ticket', '')
        .count({ n: '*' });
      return Number(n) === 0 || undefined;
    },
    WAIT_MS,
  );
}

async function main(): Promise<boolean> {
  const postgres = await startPostgres();
  const issuers = await startIssuers();
  const knex = await pluginDatabase(postgres.connectionString);
  const replicas: Replica[] = [];
  try {
    const store = new DatabaseConnectionsStore(knex);
    for (let n = 0; n < RECORDS; n += 1)
      await store.insert(
        storedRecord(`record-${n}`, issuers.url(`issuer-${n % ISSUERS}`)),
      );
    await knex('check_schedule').update({ due_at: '9999' });
    replicas.push(
      await startReplica(postgres.connectionString),
      await startReplica(postgres.connectionString),
    );
    const [killed, survivor] = replicas;

    const first = await begin(knex);
    const startedAt = Date.now();
    await waitFor(
      'The first half',
      async () => {
        const [{ n }] = await knex('check_reports').count({ n: '*' });
        return Number(n) >= RECORDS / 3 || undefined;
      },
      WAIT_MS,
    );
    killed.child.kill('SIGKILL');
    await killed.exited;
    const killedAfterMs = Date.now() - startedAt;
    await allDone(knex, 'The first period');
    const counts = await reportCounts(knex, first);
    const end = Math.max(...counts.map(({ last }) => Date.parse(last)));
    const late = counts.filter(
      ({ last }) => Date.parse(last) > startedAt + killedAfterMs + 30_000,
    ).length;
    console.log(
      `first period: killed after ${killedAfterMs} ms with ${killed.checked} checks done, the other did ${survivor.checked}; ` +
        `${late} records were in flight and taken over when the lease ended; all done after ${
          end - startedAt
        } ms`,
    );
    let ok = judge('first period', counts);
    ok = ok && killed.checked > 0 && survivor.checked > 0;

    replicas.push(await startReplica(postgres.connectionString));
    const before = replicas.map(({ checked }) => checked);
    issuers.requests.clear();
    const second = await begin(knex);
    const secondAt = Date.now();
    await allDone(knex, 'The second period');
    const again = await reportCounts(knex, second);
    const took =
      Math.max(...again.map(({ last }) => Date.parse(last))) - secondAt;
    const shares = replicas
      .slice(1)
      .map(({ checked }, n) => checked - before[n + 1]);
    const requests = [...issuers.requests.values()];
    console.log(
      `second period: shares ${shares.join(' and ')}, ${took} ms, ${Math.round(
        (RECORDS / took) * 1000,
      )} checks per second; requests per document (${ISSUERS} issuers, 2 documents each, 2 replicas): median ${
        spread(requests).median
      }, at most ${spread(requests).max}`,
    );
    ok = judge('second period', again) && ok;
    ok = ok && shares.every(share => share > 0);
    const errors = replicas.flatMap(replica => replica.errors);
    console.log(`errors in the logs: ${errors.length}`);
    for (const line of errors.slice(0, 5)) console.log(`  ${line}`);
    return ok && errors.length === 0;
  } finally {
    for (const { child, exited } of replicas) {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 3_000).unref();
      await exited;
    }
    await knex.destroy();
    await issuers.stop();
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
