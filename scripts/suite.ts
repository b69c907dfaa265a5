import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './processes';

/** What came out of a part of `npm test`. */
export interface Result {
  passed: number;
  failed: number;
  skipped: number;
}

/** Where reports go. */
export const RESULTS = join(ROOT, 'test-results');

/**
 * Runs a program of a package with its output on the screen.
 *
 * @param file - such as `typescript/bin/tsc`
 * @returns whether it was content
 */
export function run(
  file: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): boolean {
  return runNode([require.resolve(file, { paths: [ROOT] }), ...args], env);
}

/** Runs Node with its output on the screen. */
export function runNode(args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** A tool that only says whether all is well counts as one test. */
export function single(ok: boolean): Result {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}
