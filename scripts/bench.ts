/**
 * `npm run bench`: every file of test/bench, one after the other, each in a process of its own.
 * `npm run bench -- config` runs those whose name contains "config".
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './processes';

const FOLDER = join(ROOT, 'test', 'bench');
const pattern = process.argv[2] ?? '';

let failed = 0;
for (const file of readdirSync(FOLDER).sort()) {
  if (!file.endsWith('.bench.ts') || !file.includes(pattern)) continue;
  console.log(`\n=== ${file.replace('.bench.ts', '')}`);
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', join(FOLDER, file)],
    { cwd: ROOT, stdio: 'inherit' },
  );
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
