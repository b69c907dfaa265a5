import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startPostgres, SUPPORTED_POSTGRES, type Postgres } from './postgres';
import { ROOT } from './processes';
import { RESULTS, run, type Result } from './suite';

/** How Jest runs. */
export interface JestOptions {
  /** Parts of paths of test files; all files where there is none. */
  patterns: string[];
  /** In any order of files and tests; the same number gives the same order. */
  seed?: number;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: Array<{
    name: string;
    startTime: number;
    endTime: number;
    assertionResults: Array<{
      fullName: string;
      status: string;
      duration?: number | null;
    }>;
  }>;
}

const SHOWN = 10;

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
}

/** Which files, and which tests, took longest. */
function printSlowest({ testResults }: JestReport): void {
  const files = testResults
    .map(({ name, startTime, endTime }) => ({
      what: relative(ROOT, name),
      took: endTime - startTime,
    }))
    .sort((a, b) => b.took - a.took);
  const tests = testResults
    .flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        what: `${fullName} (${relative(ROOT, name)})`,
        took: duration ?? 0,
      })),
    )
    .sort((a, b) => b.took - a.took);
  for (const [title, all] of [
    ['files', files],
    ['tests', tests],
  ] as const)
    process.stdout.write(
      `\nSlowest ${title}:\n${all
        .slice(0, SHOWN)
        .map(({ what, took }) => `${seconds(took)}  ${what}\n`)
        .join('')}`,
    );
}

/** Where a run left tests out, which ones: nothing is skipped in silence. */
function printSkipped({ testResults }: JestReport): void {
  const skipped = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'pending')
      .map(({ fullName }) => `  ${fullName} (${relative(ROOT, name)})\n`),
  );
  if (skipped.length) process.stdout.write(`\nSkipped:\n${skipped.join('')}`);
}

/** Starts the oldest and the newest PostgreSQL that are supported. */
async function startAll(): Promise<{
  env: Record<string, string>;
  stop(): Promise<void>;
}> {
  const started: Postgres[] = [];
  const stop = async () => {
    await Promise.all(started.map(postgres => postgres.stop()));
  };
  try {
    const env: Record<string, string> = {};
    for (const version of SUPPORTED_POSTGRES) {
      const postgres = await startPostgres(version);
      started.push(postgres);
      env[`BACKSTAGE_TEST_DATABASE_POSTGRES${version}_CONNECTION_STRING`] =
        postgres.connectionString;
    }
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Every package's tests, on SQLite and PostgreSQL. */
export async function jest(options: JestOptions): Promise<Result> {
  const databases = await startAll();
  const output = join(RESULTS, 'jest.json');
  try {
    const ok = run(
      '@backstage/cli/bin/backstage-cli',
      [
        'repo',
        'test',
        '--watchAll=false',
        '--silent',
        // As long as a slow machine needs.
        '--testTimeout=60000',
        '--json',
        `--outputFile=${output}`,
        ...(options.seed === undefined
          ? []
          : [
              '--randomize',
              `--seed=${options.seed}`,
              `--testSequencer=${join(ROOT, 'scripts', 'shuffle.cjs')}`,
            ]),
        ...options.patterns,
      ],
      {
        CI: 'true',
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        CAMUNDA_IDENTITY_REQUIRE_POSTGRES: '1',
        ...databases.env,
      },
    );
    const report: JestReport = JSON.parse(readFileSync(output, 'utf8'));
    printSlowest(report);
    printSkipped(report);
    if (options.seed !== undefined)
      process.stdout.write(
        `\nOrder: npm test -- jest --randomize=${options.seed}\n`,
      );
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
    await databases.stop();
  }
}
