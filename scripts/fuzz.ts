/** `npm run fuzz`: hands over to test/fuzz/main.ts with the same arguments. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './processes';

const { status } = spawnSync(
  process.execPath,
  [
    '--import',
    'tsx',
    join(ROOT, 'test', 'fuzz', 'main.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit' },
);
process.exit(status ?? 1);
