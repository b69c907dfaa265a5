/**
 * `npm test`, second step: types, formatting, lint, Jest on SQLite and PostgreSQL, then a real browser.
 * `npm test -- jest` runs one of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser';
import { startPostgres } from './postgres';
import { freePorts, portsEnv } from './ports';
import { ROOT } from './processes';

interface Result {
  passed: number;
  failed: number;
  skipped: number;
}

const RESULTS = join(ROOT, 'test-results');

function run(
  file: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): boolean {
  const { status } = spawnSync(process.execPath, [bin(file), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function bin(file: string): string {
  return require.resolve(file, { paths: [ROOT] });
}

/** A tool that only says whether all is well counts as one test. */
function single(ok: boolean): Result {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

async function jest(): Promise<Result> {
  const postgres = await startPostgres();
  const output = join(RESULTS, 'jest.json');
  try {
    const ok = run(
      '@backstage/cli/bin/backstage-cli',
      [
        'repo',
        'test',
        '--watchAll=false',
        '--silent',
        '--json',
        `--outputFile=${output}`,
      ],
      {
        CI: 'true',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
          postgres.connectionString,
        CAMUNDA_IDENTITY_REQUIRE_POSTGRES: '1',
      },
    );
    const report = JSON.parse(readFileSync(output, 'utf8'));
    return {
      passed: report.numPassedTests,
      // A suite that does not even load has no failed test.
      failed:
        report.numFailedTests +
        report.numRuntimeErrorTestSuites +
        (ok || report.numFailedTests > 0 ? 0 : 1),
      skipped: report.numPendingTests,
    };
  } finally {
    await postgres.stop();
  }
}

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

const SUITES: Record<string, () => Result | Promise<Result>> = {
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
  jest,
  browser,
};

async function main() {
  const names = process.argv.slice(2);
  const unknown = names.find(name => !SUITES[name]);
  if (unknown)
    throw new Error(
      `there is no suite "${unknown}", only ${Object.keys(SUITES).join(', ')}`,
    );
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const wanted = names.length ? names : Object.keys(SUITES);
  const total: Result = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  for (const name of wanted) {
    process.stdout.write(`\n=== ${name}\n`);
    const startedAt = Date.now();
    let result: Result;
    try {
      result = await SUITES[name]();
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
