import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { choosePorts, isPortFree, portsEnv } from './ports';

/** Listens on a port for as long as `use` runs. */
async function withTaken(host: string, use: (port: number) => Promise<void>) {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, host, done));
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    await new Promise(done => server.close(done));
  }
}

test('a port is taken on whichever address somebody listens', async () => {
  for (const host of ['127.0.0.1', '0.0.0.0'])
    await withTaken(host, async port =>
      assert.equal(await isPortFree(port), false),
    );
});

test('a named port that is taken is refused in one line, with its variable', async () => {
  await withTaken('127.0.0.1', async port => {
    process.env.CAMUNDA_IDENTITY_BACKEND_PORT = String(port);
    await assert.rejects(choosePorts(), (error: Error) => {
      assert.match(error.message, /CAMUNDA_IDENTITY_BACKEND_PORT/);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
    delete process.env.CAMUNDA_IDENTITY_BACKEND_PORT;
  });
});

test('chosen ports differ, are free, and what is not the usual one is told', async () => {
  const { ports, told } = await choosePorts();
  const chosen = Object.values(ports);
  assert.equal(new Set(chosen).size, chosen.length);
  const unusual = [
    ports.frontend !== 3000,
    ports.backend !== 7007,
    ports.provider !== 9400,
  ];
  assert.equal(told.length, unusual.filter(Boolean).length);
  assert.equal(
    portsEnv(ports).CAMUNDA_IDENTITY_FRONTEND_PORT,
    String(ports.frontend),
  );
});
