import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Agent } from 'undici';

/** What the server says of itself when it is up. */
export interface Started {
  url: string;
  authorization: string;
  /** Of a record that exists, and of a report of it. */
  ids: Record<string, string>;
  /** The body that it was registered with. */
  seed: Record<string, unknown>;
}

/**
 * Starts the backend of `server.ts`.
 *
 * @param issuer - of the record that it begins with
 */
export async function startServer(issuer: string) {
  const child = fork(join(__dirname, 'server.ts'), [issuer], {
    execArgv: ['--import', 'tsx'],
    // Its log is of no interest, but for how it ends.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let exited = false;
  child.once('exit', () => {
    exited = true;
  });
  const [started] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the backend did not start');
    }),
  ])) as [Started];
  const rejections: string[] = [];
  child.on('message', (message: { rejection?: string }) => {
    if (message.rejection) rejections.push(message.rejection);
  });
  const agent = new Agent({
    connections: 8,
    headersTimeout: 30_000,
    // Before the server ends idle connections: making inputs takes time.
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 1_000,
  });
  return {
    ...started,
    agent,
    /** What nobody caught. */
    rejections,
    get exited() {
      return exited;
    },
    /** The longest time in milliseconds that its event loop was blocked since the last call. */
    async delayMs(): Promise<number> {
      child.send('delay');
      for (;;) {
        const [message] = await once(child, 'message');
        if (typeof message.delayMs === 'number') return message.delayMs;
      }
    },
    async stop() {
      await agent.close();
      child.disconnect();
    },
  };
}

export type FuzzedServer = Awaited<ReturnType<typeof startServer>>;
