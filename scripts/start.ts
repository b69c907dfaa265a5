/**
 * `npm start`, second step: the local OpenID provider, Backstage with this suite, a sample connection.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPortal, type Portal } from './portal';
import { isPortFree, ROOT, stopAll } from './processes';
import { seed } from './seed';

const PORTS = { frontend: 3000, backend: 7007, provider: 9400 };

function fail(line: string): never {
  process.stderr.write(`\nnpm start: ${line}\n`);
  process.exit(1);
}

async function main() {
  for (const [what, port] of Object.entries(PORTS))
    if (!(await isPortFree(port)))
      fail(
        `port ${port} (${what}) is in use; stop what listens there and run it again.`,
      );

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
    frontendPort: PORTS.frontend,
    backendPort: PORTS.backend,
    providerPort: PORTS.provider,
    database: '.data/database',
    name: 'dev',
  });
  const issuer = `http://localhost:${PORTS.provider}`;
  // Only once: who deletes the sample does not want it back.
  const seeded = join(ROOT, '.data', 'seeded');
  if (!existsSync(seeded)) {
    await seed(portal.backendUrl, issuer);
    mkdirSync(join(ROOT, '.data'), { recursive: true });
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
