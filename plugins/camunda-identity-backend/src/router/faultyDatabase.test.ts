import { ForwardedError } from '@backstage/errors';
import knexFactory, { type Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { asUnavailable } from '../store/database/unavailable';

jest.setTimeout(180_000);

const databases = testDatabases();
const NO_ANSWER = 'The database does not answer; try again in a moment';

describe('a locked SQLite', () => {
  let folder: string;
  let knex: Knex;
  let other: Knex;
  let portal: Portal;

  const open = () =>
    knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'db.sqlite') },
      useNullAsDefault: true,
      pool: {
        min: 1,
        max: 1,
        // The driver blocks the process while waiting; the default is five seconds.
        afterCreate: (connection: any, done: () => void) => {
          connection.pragma('busy_timeout = 20');
          done();
        },
      },
    });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'locked-'));
    knex = open();
    portal = await startPortal({ knex });
    other = open();
  });
  afterEach(async () => {
    await portal.stop();
    await knex.destroy();
    await other.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leads to a 503 without SQL, and works again afterwards', async () => {
    const { body } = await portal.guest.post('/connections', newRecord());
    const path = `/connections/${body.id}`;
    await other.raw('begin exclusive');
    for (const answer of [
      await portal.guest.get('/connections'),
      await portal.guest.get(path),
      await portal.guest.post('/connections', newRecord({ name: 'b' })),
      await portal.guest.patch(path, '*', { title: 'T' }),
      await portal.guest.post(`${path}/checks`),
      await portal.guest
        .post(`${path}/checks`)
        .set('Accept', 'text/event-stream'),
      await portal.guest.post('/config-upgrades', {
        from: '8.7',
        to: '8.8',
        content: '',
      }),
      await portal.guest.delete(path, '*'),
    ]) {
      expect([answer.status, answer.body.error.message]).toEqual([
        503,
        NO_ANSWER,
      ]);
      expect(answer.text).not.toMatch(/sqlite|insert |select |update |locked/i);
    }
    await other.raw('rollback');
    expect((await portal.guest.get(path)).body.title).toBeUndefined();
    expect((await portal.guest.patch(path, '*', { title: 'T' })).status).toBe(
      200,
    );
  });
});

it.each<[string, Error]>([
  [
    "SQLite's code",
    Object.assign(new Error('x'), { code: 'SQLITE_BUSY_SNAPSHOT' }),
  ],
  ["PostgreSQL's code", Object.assign(new Error('x'), { code: '55P03' })],
  [
    'the text of a forwarded error',
    new ForwardedError(
      'The token could not be checked',
      new Error('select `key` from `keys` - SQLITE_BUSY: database is locked'),
    ),
  ],
  [
    'a cause of a cause',
    new Error('outer', {
      cause: new Error('inner', {
        cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
      }),
    }),
  ],
  [
    'one of several errors',
    new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]),
  ],
])('an unavailable database is recognised by %s', (_, error) => {
  expect(asUnavailable(error)?.message).toBe(NO_ANSWER);
});

it('other faults are not mistaken for an unavailable database', () => {
  const circle: { cause?: unknown } = new Error('x');
  circle.cause = circle;
  for (const error of [new Error('x'), circle, undefined, null, 'x', 5])
    expect(asUnavailable(error)).toBeUndefined();
});

/** How long the database is frozen; a minute was tried too. */
const FROZEN_MS = Number(process.env.FROZEN_MS ?? 3_000);

const servers = databases
  .eachSupportedId()
  .filter(([id]) => /POSTGRES/.test(id));

(servers.length > 0
  ? describe.each(servers)
  : describe.skip.each(databases.eachSupportedId()))('a frozen %s', id => {
  it('delays requests without losing or inventing data', async () => {
    const knex = await databases.init(id);
    const portal = await startPortal({ knex });
    const { body } = await portal.guest.post('/connections', newRecord());
    const path = `/connections/${body.id}`;
    // All connections of the pool.
    await Promise.all(Array.from({ length: 10 }, () => portal.guest.get(path)));
    const { rows } = await knex.raw(
      'select pid from pg_stat_activity where datname = current_database()',
    );
    const pids = (rows as Array<{ pid: number }>).map(({ pid }) => pid);
    const signal = (name: 'SIGSTOP' | 'SIGCONT') =>
      pids.forEach(pid => process.kill(pid, name));
    signal('SIGSTOP');
    let answers: Array<{ status: number }>;
    try {
      const all = Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          n % 2
            ? portal.guest.get(path)
            : portal.guest.patch(path, '*', { description: `D${n}` }),
        ),
      );
      await new Promise(done => setTimeout(done, FROZEN_MS));
      signal('SIGCONT');
      answers = await all;
    } finally {
      signal('SIGCONT');
    }
    for (const { status } of answers) expect([200, 503]).toContain(status);
    expect((await portal.guest.get(path)).body.description).toMatch(/^D\d+$/);
    const written = answers.filter(
      ({ status }, n) => n % 2 === 0 && status === 200,
    ).length;
    const [{ revision }] = await knex('connections').select('revision');
    expect(revision).toBe(1 + written);
    await portal.stop();
    await knex.destroy();
  });
});
