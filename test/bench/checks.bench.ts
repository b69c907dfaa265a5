/** Wall time and CPU of a full check, and a sweep over many records. */
import {
  DEFAULT_PROVIDER_CONTEXT,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import {
  checkConnection,
  createDocumentCache,
  GuardedHttp,
  type CheckConnectionOptions,
  type CheckInput,
} from 'backstage-plugin-camunda-identity-node';
import * as client from 'openid-client';
import { startApi } from './checks/api';
import { CREDENTIALS, median, record, startProvider } from './checks/setup';

const ROUND_TRIP_MS = 50;
const WALL_RUNS = 11;
const ROUNDS = 9;
const PER_ROUND = 30;
const SWEEP_RECORDS = 10_000;
const SWEEP_ISSUERS = 200;
const SWEEP_AT_ONCE = 50;

type Provider = Awaited<ReturnType<typeof startProvider>>;

const http = new GuardedHttp({
  allowPlainHttp: true,
  allowedHosts: ['localhost'],
});

function check(input: CheckInput, rest: Partial<CheckConnectionOptions> = {}) {
  return checkConnection(input, {
    http,
    providers: DEFAULT_PROVIDER_CONTEXT,
    insecureAllowed: true,
    ...rest,
  });
}

function assertGood(findings: Finding[]) {
  const bad = findings.filter(({ result }) => result === 'fail');
  if (bad.length > 0)
    throw new Error(
      bad.map(({ code, message }) => `${code}: ${message}`).join('\n'),
    );
}

/** Discovery, key set and token requests with nothing but openid-client. */
async function bare(issuer: string) {
  const [first] = CREDENTIALS;
  const execute = [client.allowInsecureRequests];
  const found = await client.discovery(
    new URL(issuer),
    first.clientId,
    undefined,
    client.ClientSecretBasic(first.secret),
    { execute },
  );
  const metadata = found.serverMetadata();
  await Promise.all([
    fetch(metadata.jwks_uri!).then(response => response.json()),
    ...CREDENTIALS.map(async ({ clientId, secret }) => {
      const configuration = new client.Configuration(
        metadata,
        clientId,
        undefined,
        client.ClientSecretBasic(secret),
      );
      client.allowInsecureRequests(configuration);
      await client.clientCredentialsGrant(configuration);
    }),
  ]);
}

/** Milliseconds of CPU, of the whole process, for each of `count` runs. */
async function cpuOf(count: number, run: () => Promise<unknown>) {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let index = 0; index < count; index += 1) await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

/** Prints how long a full check takes, as the engine runs it and through the API of a real backend. */
async function wall(provider: Provider) {
  await provider.delay(ROUND_TRIP_MS);
  const input = record(provider.issuer());
  const api = await startApi(input);
  const ways = {
    'by the engine': async () => (await check(input)).findings,
    'through the API': async () => (await api.check()).findings as Finding[],
  };
  for (const [way, run] of Object.entries(ways)) {
    await run();
    await provider.asked();
    const times: number[] = [];
    for (let index = 0; index < WALL_RUNS; index += 1) {
      const startedAt = performance.now();
      const findings = await run();
      times.push(performance.now() - startedAt);
      assertGood(findings);
    }
    const requests = Object.entries(await provider.asked())
      .map(([what, count]) => `${count / WALL_RUNS} ${what}`)
      .join(', ');
    const ms = median(times);
    console.log(
      `wall time ${way}: median ${ms.toFixed(0)} ms = ${(
        ms / ROUND_TRIP_MS
      ).toFixed(
        2,
      )} round trips of ${ROUND_TRIP_MS} ms (target: at most 5); ${requests}`,
    );
  }
  await api.stop();
}

async function cpu(provider: Provider) {
  await provider.delay(0);
  const issuer = provider.issuer();
  const runs = {
    bare: () => bare(issuer),
    check: () => check(record(issuer)),
  };
  const figures = { bare: [] as number[], check: [] as number[] };
  for (const run of Object.values(runs)) await cpuOf(PER_ROUND * 2, run);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of ['bare', 'check'] as const)
      figures[name].push(await cpuOf(PER_ROUND, runs[name]));
  const ratios = figures.check.map((ms, index) => ms / figures.bare[index]);
  console.log(
    `CPU: bare openid-client median ${median(figures.bare).toFixed(
      2,
    )} ms, full check ${median(figures.check).toFixed(2)} ms, ratio ${median(
      ratios,
    ).toFixed(2)} (target: at most 1.3)`,
  );
}

/** Ten thousand records at two hundred issuers, as the schedule checks them: without secrets. */
async function sweep(provider: Provider) {
  await provider.delay(ROUND_TRIP_MS);
  await provider.asked();
  const documents = createDocumentCache();
  let next = 0;
  let found = 0;
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const worker = async () => {
    while (next < SWEEP_RECORDS) {
      const issuer = provider.issuer(next % SWEEP_ISSUERS);
      next += 1;
      const { findings } = await check(
        { ...record(issuer), secrets: undefined },
        { documents, depth: 'scheduled' },
      );
      assertGood(findings);
      found += findings.length;
    }
  };
  await Promise.all(Array.from({ length: SWEEP_AT_ONCE }, worker));
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);
  const requests = Object.entries(await provider.asked())
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
  console.log(
    `sweep over ${SWEEP_RECORDS} records at ${SWEEP_ISSUERS} issuers, ${SWEEP_AT_ONCE} at once: ${seconds.toFixed(
      1,
    )} s, ${((user + system) / 1000 / SWEEP_RECORDS).toFixed(
      2,
    )} ms CPU each, ${found} findings; requests: ${requests} (target: ${SWEEP_ISSUERS} of each document)`,
  );
}

async function main() {
  const provider = await startProvider();
  try {
    await wall(provider);
    await cpu(provider);
    await sweep(provider);
  } finally {
    provider.stop();
    await http.close();
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
