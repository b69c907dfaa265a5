/**
 * The real backend on SQLite, in a process of its own: what blocks its event loop is its own work, and not
 * that of whoever makes the inputs.
 */
import { mockCredentials } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  newRecord,
  startPortal,
} from '../../../plugins/camunda-identity-backend/src/__testUtils__/portal';

const NS_PER_MS = 1e6;

async function main() {
  const [issuer] = process.argv.slice(2);
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const portal = await startPortal({
    knex,
    config: {
      http: {
        allowPlainHttp: true,
        allowedHosts: ['localhost'],
        requestTimeoutMs: 300,
        runTimeoutMs: 700,
      },
      checks: { onDemandPerMinute: 10_000 },
      secrets: {
        keys: [{ id: 'k', value: randomBytes(32).toString('base64') }],
      },
    },
  });
  const seed = newRecord({ provider: { type: 'GENERIC', issuer } });
  const { body } = await portal.guest.post('/connections', seed);
  if (!body.id) throw new Error(JSON.stringify(body));
  const report = await portal.guest.post(`/connections/${body.id}/checks`);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  process.on('message', message => {
    if (message !== 'delay') return;
    process.send!({ delayMs: delay.max / NS_PER_MS });
    delay.reset();
  });
  process.on('unhandledRejection', reason =>
    process.send!({ rejection: String(reason) }),
  );
  process.once('disconnect', () => process.exit(0));
  process.send!({
    url: `http://localhost:${portal.server.port()}`,
    authorization: mockCredentials.user.header('user:default/guest'),
    ids: { id: body.id, name: body.name, reportId: report.body.id },
    seed,
  });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
