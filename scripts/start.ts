/**
 * `npm start`, second step: the local OpenID provider, Backstage with this suite, a sample connection.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { startPortal, type Portal } from './portal';
import { choosePorts } from './ports';
import { ROOT, stopAll } from './processes';
import { seed } from './seed';

function fail(line: string): never {
  process.stderr.write(`\nnpm start: ${line}\n`);
  process.exit(1);
}

const RUNNING = join(ROOT, '.data', 'running.pid');

/** The process that `npm start` in this folder is, where one runs; notes this one where none does. */
function runningAlready(): number | undefined {
  const pid = existsSync(RUNNING) ? Number(readFileSync(RUNNING, 'utf8')) : 0;
  try {
    if (pid) {
      process.kill(pid, 0);
      return pid;
    }
  } catch {
    // It has ended without tidying up.
  }
  mkdirSync(join(ROOT, '.data'), { recursive: true });
  writeFileSync(RUNNING, String(process.pid));
  process.once('exit', () => rmSync(RUNNING, { force: true }));
  return undefined;
}

async function main() {
  const running = runningAlready();
  if (running)
    fail(
      `it runs here already (process ${running}), on the same database; stop that one, or start another from a second clone.`,
    );
  const { ports, told } = await choosePorts();
  for (const line of told) process.stdout.write(`${line}\n`);

  let portal: Portal | undefined;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await stopAll();
    process.exit(code);
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  process.on('SIGHUP', () => stop(0));

  process.stdout.write('Starting the provider and Backstage ...\n');
  portal = await startPortal({
    config: [
      'app-config.yaml',
      // One's own settings, such as a key for secrets; never committed.
      ...['app-config.local.yaml'].filter(file => existsSync(join(ROOT, file))),
    ],
    ports,
    database: '.data/database',
    name: 'dev',
  });
  const issuer = `http://localhost:${ports.provider}`;
  // Only once: who deletes the sample does not want it back.
  const seeded = join(ROOT, '.data', 'seeded');
  if (!existsSync(seeded)) {
    await seed(portal.backendUrl, issuer);
    writeFileSync(seeded, new Date().toISOString());
  }
  portal.backstage.child.once('exit', () => {
    if (!stopping) {
      process.stderr.write(
        `\nBackstage has ended. Log: ${portal!.backstage.log}\n`,
      );
      stop(1);
    }
  });
  process.stdout.write(`
Ready.

  Portal             ${portal.url}   (choose "Enter" to sign in as guest)
  A connected system ${portal.url}/catalog/default/system/payments-camunda
  Not connected yet  ${portal.url}/catalog/default/system/refunds-camunda
  Connect it         ${portal.url}/create/templates/default/connect-oidc-provider
  API                ${portal.backendUrl}/api/camunda-identity
  OpenID provider    ${issuer}

Logs: ${portal.backstage.log}, ${portal.provider.log}. Ctrl-C ends everything.
`);
}

main().catch(async error => {
  await stopAll();
  fail(error.message);
});
