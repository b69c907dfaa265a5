/**
 * `npm test`, second step: types, formatting, lint, imports, Jest on SQLite and PostgreSQL, then a real browser.
 *
 * `npm test -- jest` runs one of them, `npm test -- jest plugins/camunda-identity-node` the tests of one
 * package, `npm test -- jest --randomize` in any order (`--randomize=7` in the order of that seed).
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser';
import { jest, type JestOptions } from './jest';
import { freePorts, portsEnv } from './ports';
import { ROOT } from './processes';
import { RESULTS, run, runNode, single, type Result } from './suite';

async function browser(): Promise<Result> {
  const path = ensureBrowser();
  const ok = run(
    '@playwright/test/cli',
    ['test', '--config', 'test/browser/playwright.config.ts'],
    { CHROMIUM_PATH: path, ...portsEnv(await freePorts()) },
  );
  const { stats } = JSON.parse(
    readFileSync(join(RESULTS, 'browser.json'), 'utf8'),
  );
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (ok || stats.unexpected ? 0 : 1),
    skipped: stats.skipped,
  };
}

/** The tests of these scripts, which need nothing but Node. */
function scripts(): Result {
  const folder = join(ROOT, 'scripts');
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.test.ts'))
    .sort();
  return single(
    runNode([
      '--import',
      'tsx',
      '--test',
      ...files.map(file => join(folder, file)),
    ]),
  );
}

const SUITES: Record<
  string,
  (options: JestOptions) => Result | Promise<Result>
> = {
  types: () => single(run('typescript/bin/tsc', ['--noEmit'])),
  format: () => single(run('prettier/bin-prettier.js', ['--check', '.'])),
  lint: () =>
    single(
      run('@backstage/cli/bin/backstage-cli', [
        'repo',
        'lint',
        '--max-warnings=0',
      ]),
    ),
  scripts,
  imports: () =>
    single(
      run('./node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
        'plugins',
      ]),
    ),
  jest,
  browser,
};

const RANDOMIZE = /^--randomize(?:=(\d{1,9}))?$/;

/**
 * Reads the arguments.
 *
 * @throws Error that says what there is
 */
function readArguments(args: string[]): { names: string[] } & JestOptions {
  const options: { names: string[] } & JestOptions = {
    names: [],
    patterns: [],
  };
  for (const arg of args) {
    const randomize = RANDOMIZE.exec(arg);
    if (randomize)
      options.seed = Number(
        randomize[1] ?? Math.floor(Math.random() * 999_999_999),
      );
    else if (Object.hasOwn(SUITES, arg)) options.names.push(arg);
    else if (options.names.includes('jest') && !arg.startsWith('-'))
      options.patterns.push(arg);
    else
      throw new Error(
        `there is no suite "${arg}", only ${Object.keys(SUITES).join(
          ', ',
        )} (after jest: parts of paths), and --randomize`,
      );
  }
  if (options.names.length === 0) options.names = Object.keys(SUITES);
  return options;
}

async function main() {
  const { names, ...options } = readArguments(process.argv.slice(2));
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const total: Result = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  for (const name of names) {
    process.stdout.write(`\n=== ${name}\n`);
    const startedAt = Date.now();
    let result: Result;
    try {
      result = await SUITES[name](options);
    } catch (error) {
      process.stderr.write(`${name}: ${(error as Error).message}\n`);
      result = single(false);
    }
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    lines.push(
      `${name}: ${result.passed} passed, ${result.failed} failed, ${
        result.skipped
      } skipped (${Math.round((Date.now() - startedAt) / 1000)} s)`,
    );
  }
  process.stdout.write(
    `\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed, ${
      total.skipped
    } skipped\n`,
  );
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

main().catch(error => {
  process.stderr.write(`\nnpm test: ${error.message}\n`);
  process.exit(1);
});
