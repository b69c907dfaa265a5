/**
 * The event loop of the backend, in its own process, while every operation gets its worst inputs at full size.
 * Slow cases are repeated, since a busy machine may suspend a process.
 */
import { createOpenApiDocument } from 'backstage-plugin-camunda-identity-common/openapi';
import { startHostileProvider } from '../../../test/fuzz/lib/hostileProvider';
import {
  blockedBy,
  MAX_BLOCKED_MS,
  refresh,
  send,
} from '../../../test/fuzz/lib/send';
import {
  startServer,
  type FuzzedServer,
} from '../../../test/fuzz/lib/startServer';
import { worstCalls } from '../../../test/fuzz/lib/worst';

jest.setTimeout(300_000);

/** Method and path of each. */
const operations = Object.entries(createOpenApiDocument().paths).flatMap(
  ([path, methods]) =>
    Object.keys(methods as object)
      .filter(method => method !== 'parameters')
      .map(method => `${method.toUpperCase()} ${path}`),
);

let provider: Awaited<ReturnType<typeof startHostileProvider>>;
let server: FuzzedServer;

beforeAll(async () => {
  provider = await startHostileProvider();
  server = await startServer(`${provider.origin}/good`);
  // The first run compiles code.
  await refresh(server);
});
afterAll(async () => {
  await server.stop();
  provider.stop();
});

it.each(operations)('%s does not block the event loop', async operation => {
  const calls = worstCalls(server.seed, provider.origin).filter(
    entry => entry.operation === operation,
  );
  expect(calls).not.toEqual([]);
  await refresh(server);
  const blocked: string[] = [];
  for (const { what, call } of calls) {
    await server.delayMs();
    const { status, text } = await send(server, call);
    if (status >= 500) blocked.push(`${what}: ${status} ${text}`);
    if ((await server.delayMs()) <= MAX_BLOCKED_MS) continue;
    const ms = await blockedBy(server, call);
    if (ms > MAX_BLOCKED_MS) blocked.push(`${what}: ${Math.round(ms)} ms`);
  }
  expect(blocked).toEqual([]);
  expect(server.rejections).toEqual([]);
});
