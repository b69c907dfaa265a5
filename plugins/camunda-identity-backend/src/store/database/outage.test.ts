import knexFactory, { type Knex } from 'knex';
import {
  createServer,
  connect,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { createReplica, storedRecord } from '../../__testUtils__/replica';
import { migrateForTest, testDatabases } from '../../__testUtils__/databases';
import { startIssuers } from '../../__testUtils__/issuers';
import { startPortal } from '../../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
// SQLite runs in the process and cannot become unavailable.
const servers = databases
  .eachSupportedId()
  .filter(([id]) => /POSTGRES/.test(id));
const never = new AbortController().signal;

/** A connection to a database server that can be cut and restored. */
async function startLine(target: { host: string; port: number }) {
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  const mend = async () => {
    server = createServer(inbound => {
      const outbound = connect(target);
      for (const socket of [inbound, outbound]) {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => sockets.delete(socket));
      }
      inbound.pipe(outbound).pipe(inbound);
    });
    await new Promise<void>(done => server.listen(port, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  };
  const cut = async () => {
    const closed = new Promise(done => server.close(done));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await mend();
  return { port, cut, mend };
}

(servers.length > 0 ? describe : describe.skip)('a database outage', () => {
  let direct: Knex;
  let knex: Knex;
  let line: Awaited<ReturnType<typeof startLine>>;

  beforeEach(async () => {
    direct = await databases.init(servers[0][0]);
    await migrateForTest(direct);
    const { connection } = direct.client.config;
    const settings =
      typeof connection === 'string'
        ? { connectionString: connection }
        : connection;
    const { host, port, user, password, database } =
      direct.client.connectionSettings ?? settings;
    line = await startLine({ host, port: Number(port) });
    knex = knexFactory({
      client: 'pg',
      connection: {
        host: '127.0.0.1',
        port: line.port,
        user,
        password,
        database,
      },
      acquireConnectionTimeout: 1_000,
    });
  });
  afterEach(async () => {
    await knex.destroy();
    await direct.destroy();
    await line.cut();
  });

  it('makes requests fail cleanly, and they work again afterwards', async () => {
    const portal = await startPortal({ knex });
    expect((await portal.guest.get('/connections')).status).toBe(200);
    await line.cut();
    for (const { status, body } of await Promise.all([
      portal.guest.get('/connections'),
      portal.guest.get('/connections/x'),
      portal.guest.post('/provider-checks', {
        provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
      }),
    ])) {
      expect(status).toBe(503);
      expect(body.error.message).toBe(
        'The database does not answer; try again in a moment',
      );
    }
    await line.mend();
    expect((await portal.guest.get('/connections')).status).toBe(200);
    await portal.stop();
  });

  it('delays the schedule without losing or repeating work', async () => {
    const issuers = await startIssuers();
    const replica = createReplica(knex);
    for (let n = 0; n < 12; n += 1)
      await replica.store.insert(storedRecord(`r-${n}`, issuers.url('a')));
    const asked = issuers.hold.start();
    // The outage begins while checks run, so that their results cannot be stored.
    const sweep = replica.scheduled.sweep(never);
    await asked;
    await line.cut();
    issuers.hold.release();
    await expect(sweep).rejects.toThrow('The database did not answer');
    await expect(replica.scheduled.sweep(never)).rejects.toThrow();
    await line.mend();
    // The leases of interrupted checks end by themselves.
    await direct('check_schedule')
      .whereNot('ticket', '')
      .update({ due_at: new Date().toISOString() });
    await replica.scheduled.sweep(never);
    const counts = await direct('check_reports')
      .select('connection_id')
      .count({ n: '*' })
      .groupBy('connection_id');
    expect(counts.map(({ n }) => Number(n))).toEqual(Array(12).fill(1));
    await replica.stop();
    await issuers.stop();
  });
});
