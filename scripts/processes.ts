import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Root of the repository. */
export const ROOT = resolve(__dirname, '..');

const LOGS = join(ROOT, '.data', 'logs');

const RUNNING = new Set<Managed>();

/** Stops everything that was started and still runs. */
export async function stopAll(): Promise<void> {
  await Promise.all([...RUNNING].map(managed => managed.stop()));
}

/** A process of ours with everything that it starts. */
export interface Managed {
  name: string;
  child: ChildProcess;
  /** File with its output, relative to the root. */
  log: string;
  stop(): Promise<void>;
}

/**
 * Starts a process in a group of its own, so that stopping it stops what it has started, and writes its
 * output to a log file.
 */
export function start(
  name: string,
  args: string[],
  options: {
    env?: NodeJS.ProcessEnv;
    /** The root of the repository where it is left out. */
    cwd?: string;
    onOutput?(text: string): void;
  } = {},
): Managed {
  mkdirSync(LOGS, { recursive: true });
  const file = join(LOGS, `${name}.log`);
  const log = createWriteStream(file);
  const child = spawn(process.execPath, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, BROWSER: 'none', ...options.env },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => {
      log.write(chunk);
      options.onOutput?.(chunk.toString());
    });
  const exited = new Promise<void>(done => child.once('exit', () => done()));
  const signal = (which: NodeJS.Signals) => {
    try {
      if (process.platform === 'win32') child.kill(which);
      else process.kill(-child.pid!, which);
    } catch {
      // It is gone already.
    }
  };
  const managed: Managed = {
    name,
    child,
    log: join('.data', 'logs', `${name}.log`),
    async stop() {
      signal('SIGTERM');
      const hard = setTimeout(() => signal('SIGKILL'), 5_000);
      await exited;
      clearTimeout(hard);
      signal('SIGKILL');
    },
  };
  RUNNING.add(managed);
  child.once('exit', () => RUNNING.delete(managed));
  return managed;
}

/** Waits until `probe` succeeds. */
export async function waitFor<T>(
  what: string,
  probe: () => Promise<T | undefined>,
  timeoutMs: number,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe().catch(() => undefined);
    if (value !== undefined) return value;
    if (Date.now() > end)
      throw new Error(`${what} did not come up in ${timeoutMs / 1000} s`);
    await new Promise(done => setTimeout(done, 300));
  }
}
