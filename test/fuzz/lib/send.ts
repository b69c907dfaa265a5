import { request } from 'undici';
import type { Call } from './calls';
import type { FuzzedServer } from './startServer';

/** Milliseconds that the event loop may be blocked. */
export const MAX_BLOCKED_MS = 100;

/** On a busy machine a process may stand still without doing anything: what was seen once is tried again. */
const AGAIN = 10;

/** An answer, read to its end. */
export interface Outcome {
  status: number;
  ms: number;
  text: string;
}

/** @throws Error for what HTTP itself does not let through */
export async function send(server: FuzzedServer, call: Call): Promise<Outcome> {
  const path = call.path.replace(
    /~(\w+)~/g,
    (_, name) => server.ids[name] ?? 'x',
  );
  const begin = performance.now();
  const { statusCode, body } = await request(
    `${server.url}/api/camunda-identity${path}`,
    {
      method: call.method as 'GET',
      headers: { ...call.headers, authorization: server.authorization },
      body: call.body,
      dispatcher: server.agent,
    },
  );
  const text = await body.text();
  return { status: statusCode, ms: performance.now() - begin, text };
}

/** Makes the record of the calls, in place of the one that they may have changed or deleted. */
export async function refresh(server: FuzzedServer) {
  const headers = { 'content-type': 'application/json' };
  await send(server, {
    method: 'DELETE',
    path: '/v1/connections/~id~',
    headers: { 'if-match': '*' },
  });
  const name = `fresh-${Math.random().toString(36).slice(2, 10)}`;
  const created = await send(server, {
    headers,
    method: 'POST',
    path: '/v1/connections',
    body: JSON.stringify({ ...server.seed, name }),
  });
  const { id } = JSON.parse(created.text);
  Object.assign(server.ids, { id, name });
  const report = await send(server, {
    headers,
    method: 'POST',
    path: '/v1/connections/~id~/checks',
  });
  server.ids.reportId = JSON.parse(report.text).id;
}

/** The least that the event loop was blocked for in milliseconds, the call alone, several times. */
export async function blockedBy(
  server: FuzzedServer,
  call: Call,
): Promise<number> {
  let least = Infinity;
  for (let n = 0; n < AGAIN && least > MAX_BLOCKED_MS; n += 1) {
    await server.delayMs();
    await send(server, call).catch(() => {});
    least = Math.min(least, await server.delayMs());
  }
  return least;
}
