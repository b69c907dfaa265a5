/**
 * `npm run test:packages`: builds and packs the packages and looks at the tarballs as their readers do: publint
 * and Are The Types Wrong find nothing that they do not find in Backstage's own packages of the same kind,
 * every import is of a declared package, and no tarball is heavy with source maps.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { judge, sizeOfMaps, undeclaredImports } from './install/judge';
import { packAll } from './install/pack';
import { ROOT } from './processes';

/** A package of Backstage's own, built by the same tool, for each role. */
const PEERS: Record<string, string> = {
  'frontend-plugin': '@backstage/plugin-catalog',
  'frontend-plugin-module': '@backstage/plugin-catalog',
  'web-library': '@backstage/plugin-catalog-react',
  'common-library': '@backstage/plugin-catalog-common',
  'node-library': '@backstage/plugin-catalog-node',
  'backend-plugin': '@backstage/plugin-catalog-backend',
  'backend-plugin-module': '@backstage/plugin-scaffolder-backend-module-github',
};

const MAX_MAPS_BYTES = 1_000_000;

function manifestOf(name: string): { version: string; backstage: any } {
  const file = require.resolve(`${name}/package.json`, { paths: [ROOT] });
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The tarball of an installed package, as the registry has it. */
function packInstalled(name: string, folder: string): string {
  const installed = dirname(
    require.resolve(`${name}/package.json`, { paths: [ROOT] }),
  );
  const [{ filename }] = JSON.parse(
    execFileSync(
      'npm',
      [
        ...['pack', installed, '--json', '--ignore-scripts'],
        ...['--pack-destination', folder],
      ],
      { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    ),
  );
  return join(folder, filename.replace('@', '').replace('/', '-'));
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'camunda-identity-packages-'));
  let failed = 0;
  try {
    const packed = packAll(folder);
    const peers = new Map<string, string[]>();
    for (const name of new Set(Object.values(PEERS)))
      peers.set(name, (await judge(packInstalled(name, folder))).kinds);
    for (const [name, tarball] of packed) {
      const peer = PEERS[manifestOf(name).backstage.role];
      const { kinds } = await judge(tarball);
      const worse = kinds.filter(kind => !peers.get(peer)!.includes(kind));
      const undeclared = await undeclaredImports(tarball);
      const maps = await sizeOfMaps(tarball);
      const problems = [
        ...worse.map(kind => `${kind}, which ${peer} has not`),
        ...undeclared.map(what => `imports ${what} without declaring it`),
        ...(maps > MAX_MAPS_BYTES ? [`${maps} bytes of source maps`] : []),
      ];
      failed += problems.length ? 1 : 0;
      process.stdout.write(
        `${problems.length ? 'FAIL' : 'ok  '} ${name} (${
          kinds.join(', ') || 'nothing found'
        })\n${problems.map(line => `     ${line}\n`).join('')}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(failed ? 1 : 0);
}

main().catch(error => {
  process.stderr.write(`\nnpm run test:packages: ${error.message}\n`);
  process.exit(1);
});
