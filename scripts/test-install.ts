/**
 * `npm run test:install`: builds and packs the packages, makes stock Backstage apps, takes the steps of the
 * README in them, starts them and looks at them in a real browser. `npm run test:install -- new` (or `old`)
 * does so for one of the frontend systems, `-- --newest` with the newest Backstage packages that there are.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeItWork } from '../test/install/story';
import { ensureBrowser } from './browser';
import { packAll, type Packed } from './install/pack';
import { readInstallSteps, type FrontendSystem } from './install/readme';
import {
  createStockApp,
  secondCopies,
  takeSteps,
  writeMachineConfig,
  type Release,
} from './install/stockApp';
import { freePorts } from './ports';
import { ready, startProvider } from './portal';
import { ROOT, start, stopAll } from './processes';

const SYSTEMS: FrontendSystem[] = ['new', 'old'];

function say(startedAt: number, text: string): void {
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  process.stdout.write(`${String(seconds).padStart(4)} s  ${text}\n`);
}

async function install(
  system: FrontendSystem,
  packed: Packed,
  release: Release,
  parent: string,
  browser: string,
): Promise<void> {
  const startedAt = Date.now();
  const folder = join(parent, system);
  const name = `install-${system}`;
  const screenshots = join(ROOT, 'test-results', name);
  mkdirSync(screenshots, { recursive: true });
  createStockApp(folder, system, packed, release);
  say(startedAt, `a stock app on the ${system} frontend system is installed`);
  takeSteps(folder, readInstallSteps(system), packed);
  say(startedAt, "the README's steps are taken");
  const copies = secondCopies(folder, packed);
  for (const { what } of copies) say(startedAt, `a second copy: ${what}`);
  const own = copies.filter(({ name }) => name.startsWith('@backstage/'));
  if (own.length > 0)
    throw new Error(`the app has its own ${own.map(({ name }) => name)}`);
  const ports = await freePorts();
  const config = writeMachineConfig(folder, ports);
  await startProvider({ name, ports });
  const app = start(
    name,
    [
      join(folder, 'node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'),
      ...['repo', 'start'],
      ...['app-config.yaml', 'app-config.local.yaml']
        .map(file => join(folder, file))
        .concat(config)
        .flatMap(file => ['--config', file]),
    ],
    { cwd: folder, env: { GITHUB_TOKEN: 'none' } },
  );
  const url = `http://localhost:${ports.frontend}`;
  await Promise.all([
    ready(
      app,
      'The backend',
      `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
    ),
    ready(app, 'The frontend', url),
  ]);
  say(startedAt, `it runs at ${url}`);
  try {
    await seeItWork({
      url,
      issuer: `http://localhost:${ports.provider}`,
      browser,
      screenshots,
    });
  } catch (error) {
    throw new Error(
      `${(error as Error).message}\nPictures: ${screenshots}. Log: ${app.log}`,
    );
  }
  say(
    startedAt,
    'seen: the card without a connection, the form, a run, the card with the connection',
  );
  await stopAll();
}

/** Hundreds of thousands of files, which may take as long as the test: nobody waits for that. */
function removeLater(folder: string): void {
  const remove = 'fs.rmSync(process.argv[1], { recursive: true, force: true })';
  spawn(process.execPath, ['-e', remove, folder], {
    detached: true,
    stdio: 'ignore',
  }).unref();
}

async function main() {
  const args = process.argv.slice(2);
  const release = args.includes('--newest') ? 'newest' : 'stock';
  const wanted = args.filter(arg => arg !== '--newest') as FrontendSystem[];
  const unknown = wanted.find(name => !SYSTEMS.includes(name));
  if (unknown)
    throw new Error(`there is no frontend system "${unknown}", only new, old`);
  const startedAt = Date.now();
  const browser = ensureBrowser();
  const parent = mkdtempSync(join(tmpdir(), 'camunda-identity-install-'));
  const packed = packAll(join(parent, 'packages'));
  say(startedAt, `${packed.size} packages are built and packed`);
  for (const system of wanted.length ? wanted : SYSTEMS)
    await install(system, packed, release, parent, browser);
  removeLater(parent);
  say(startedAt, 'passed');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => stopAll().finally(() => process.exit(130)));

main().then(
  () => process.exit(0),
  async error => {
    await stopAll();
    process.stderr.write(`\nnpm run test:install: ${error.message}\n`);
    process.exit(1);
  },
);
