import { mockServices } from '@backstage/backend-test-utils';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import { FileWork, type FileWorkLimits } from './FileWork';

jest.setTimeout(60_000);

let work: FileWork;

const logger = mockServices.logger.mock();

function start(
  limits: Partial<FileWorkLimits> = {},
  startWorker?: (limits: ResourceLimits) => Worker,
) {
  work = new FileWork({ logger, limits, startWorker });
}
afterEach(() => work.close());

const upgrade = (user: string, content: string) =>
  work.run(user, 'upgradeValues', { from: '8.7', to: '8.8', content });

it('works on files outside the main thread, and reports what is wrong with one', async () => {
  start();
  const answer = JSON.parse(await upgrade('a', 'global: {}\n'));
  expect(answer).toMatchObject({ content: 'global: {}\n', changes: [] });
  await expect(upgrade('a', 'a: [')).rejects.toMatchObject({
    name: 'InputError',
    message: expect.stringMatching(/^content: line \d/),
  });
});

/** A worker that runs `code` for each job. */
const worker = (code: string) => (resourceLimits: ResourceLimits) =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
       parentPort.on('message', ({ input: [{ content }] }) => {
         if (content !== 'good') { ${code} }
         parentPort.postMessage({ json: '"done"' });
       });
       parentPort.postMessage('ready');`,
    { eval: true, resourceLimits },
  );

it.each([
  ['time', 'for (;;) {}', /takes more than 0\.2 s/],
  [
    'memory',
    'const all = []; for (;;) all.push({ n: all.length });',
    /takes more than 32 MiB of memory/,
  ],
])(
  'has a limit of %s, and continues with the next file',
  async (_, code, said) => {
    start(
      {
        timeMs: said.source.includes('MiB') ? 20_000 : 200,
        memoryMib: 32,
        workers: 1,
      },
      worker(code),
    );
    const bad = upgrade('a', 'bad');
    const good = upgrade('b', 'good');
    await expect(bad).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(said),
    });
    await expect(good).resolves.toBe('"done"');
  },
);

it.each([
  ['dies', 'process.exit(1)'],
  ['throws', 'throw new Error("of s3cret")'],
])('reports a failure when a worker %s', async (_, code) => {
  start({ workers: 1 }, worker(code));
  const outcome = await upgrade('a', 'bad').catch(error => error);
  expect(outcome).toMatchObject({ name: 'ServiceUnavailableError' });
  expect(JSON.stringify(logger.error.mock.calls)).not.toContain('s3cret');
  await expect(upgrade('a', 'good')).resolves.toBe('"done"');
});

it('does not wait for a worker that cannot start', async () => {
  start(
    { startMs: 200 },
    () => new Worker('setInterval(() => {}, 1000)', { eval: true }),
  );
  await expect(upgrade('a', '')).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
  });
  expect(work.size).toBe(0);
});

it('accepts a few files per user at the same time', async () => {
  start({ perUser: 2, workers: 1, waiting: 3 });
  const outcomes = await Promise.allSettled([
    upgrade('a', ''),
    upgrade('a', ''),
    upgrade('a', ''),
    upgrade('b', ''),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect((outcomes[2] as PromiseRejectedResult).reason).toMatchObject({
    statusCode: 429,
    retryAfter: 1,
  });
  expect(work.size).toBe(1);
  await expect(upgrade('a', '')).resolves.toBeDefined();
});

it('ends idle workers', async () => {
  start({ idleMs: 20 });
  await upgrade('a', '');
  for (let n = 0; n < 100 && work.size > 0; n += 1)
    await new Promise(done => setTimeout(done, 20));
  expect(work.size).toBe(0);
  await expect(upgrade('a', '')).resolves.toBeDefined();
});

it('limits the lists of an answer and says so', async () => {
  start();
  const keys = Array.from({ length: 3_000 }, (_, n) => `    k${n}: password\n`);
  const content = `operate:\n  env:\n${keys.join('')}`;
  const answer = JSON.parse(await upgrade('a', content));
  expect(answer.changes.length).toBeLessThanOrEqual(1_000);
  expect(answer.masked.length).toBeLessThanOrEqual(1_000);
});
