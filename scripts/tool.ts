/**
 * Tools of the maintainers that nobody needs who only installs, starts or tests: fetched when they are called,
 * in the versions that stand here. `npm run api-reports`, `npm run knip`, `npm run changeset`.
 */
import { spawnSync } from 'node:child_process';
import { ROOT } from './processes';

interface Tool {
  packages: string[];
  command: string[];
  /** Runs before it. */
  before?: string[];
}

const TOOLS: Record<string, Tool> = {
  // Compares, or with nothing behind it writes, what each package exports.
  'api-reports': {
    packages: [
      '@backstage/repo-tools@0.19.1',
      '@microsoft/api-extractor@7.60.1',
      '@microsoft/api-documenter@7',
      'typescript@5.8',
    ],
    command: [
      'backstage-repo-tools',
      'api-reports',
      'plugins/*',
      '--allow-all-warnings',
      // Packages of a workspace point at their sources; a missing sentence is no change of what is exported.
      '--omit-messages',
      'ae-wrong-input-file-type,ae-undocumented',
    ],
    // From nothing: what is built on an earlier build has the members of unions in another order.
    before: ['yarn', 'tsc', '--incremental', 'false'],
  },
  knip: {
    packages: ['knip@6.44.2', 'typescript@5.8'],
    command: [
      'knip',
      '--include',
      'files,dependencies,unlisted',
      // One configuration for all packages, of which some have no migrations or fixtures.
      '--no-config-hints',
    ],
  },
  changeset: {
    packages: ['@changesets/cli@3.0.3'],
    command: ['changeset'],
  },
};

function run(file: string, args: string[]): void {
  const { status } = spawnSync(file, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const [name, ...args] = process.argv.slice(2);
const tool = TOOLS[name];
if (!tool) {
  process.stderr.write(
    `there is no tool "${name}", only ${Object.keys(TOOLS).join(', ')}\n`,
  );
  process.exit(1);
}
if (tool.before) run(tool.before[0], tool.before.slice(1));
run('npx', [
  '-y',
  ...tool.packages.flatMap(spec => ['-p', spec]),
  '--',
  ...tool.command,
  ...args,
]);
