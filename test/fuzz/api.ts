import fc from 'fast-check';
import { callsOf, type Call } from './lib/calls';
import { startHostileProvider } from './lib/hostileProvider';
import {
  blockedBy,
  MAX_BLOCKED_MS,
  refresh,
  send,
  type Outcome,
} from './lib/send';
import { startServer, type FuzzedServer } from './lib/startServer';

/** What a run is told. */
export interface FuzzOptions {
  runs: number;
  seed: number;
  /** Part of the names of those to run. */
  only: string;
}

/** Milliseconds until an answer, at most. */
const MAX_ANSWER_MS = 2_000;

/** On a busy machine a process may stand still without doing anything: what was seen once is tried again. */
const AGAIN = 3;

/** Calls between two looks at the event loop. */
const BATCH = 10;

/** Calls until the record that they are about is made anew. */
const FRESH = 200;

function problemOf({ status, ms, text }: Outcome): string | undefined {
  // 503 would be the database, which is in the process.
  if (status >= 500) return `status ${status} ${text.slice(0, 300)}`;
  if (/event: error\ndata: .*InternalServerError/.test(text))
    return `event ${text.slice(-300)}`;
  return ms > MAX_ANSWER_MS ? `${Math.round(ms)} ms` : undefined;
}

const short = (call: Call) => {
  const text = JSON.stringify(call);
  return text.length > 600
    ? `${text.slice(0, 400)} … ${text.slice(-100)} (${text.length})`
    : text;
};

/** Whether an answer takes too long each time. */
async function isSlow(server: FuzzedServer, call: Call): Promise<boolean> {
  for (let n = 0; n < AGAIN; n += 1)
    if ((await send(server, call)).ms <= MAX_ANSWER_MS) return false;
  return true;
}

/** @returns what was found, one line for each */
export async function fuzzApi({
  runs,
  seed,
  only,
}: FuzzOptions): Promise<string[]> {
  const provider = await startHostileProvider();
  const server = await startServer(`${provider.origin}/good`);
  const operations = callsOf(server, provider.origin).filter(({ name }) =>
    name.includes(only),
  );
  const faults: string[] = [];
  const each = Math.ceil(runs / Math.max(1, operations.length));
  let sent = 0;
  let longest = 0;
  let mostBlocked = 0;
  for (const { name, calls } of operations) {
    const statuses = new Map<number, number>();
    const inputs = fc.sample(calls, { seed, numRuns: each });
    let slowest = 0;
    let blocked = 0;
    for (let from = 0; from < inputs.length; from += BATCH) {
      if (from % FRESH === 0) await refresh(server);
      const batch = inputs.slice(from, from + BATCH);
      await server.delayMs();
      for (const call of batch) {
        const outcome = await send(server, call).catch(error => {
          // A header or path that no client sends.
          if (/Invalid|invalid/.test(String(error))) return undefined;
          throw new Error(`${name}: ${error} ${short(call)}`);
        });
        if (server.exited)
          throw new Error(`${name}: the backend is gone: ${short(call)}`);
        if (!outcome) continue;
        sent += 1;
        slowest = Math.max(slowest, outcome.ms);
        statuses.set(outcome.status, (statuses.get(outcome.status) ?? 0) + 1);
        const problem = problemOf(outcome);
        if (problem && (outcome.status >= 500 || (await isSlow(server, call))))
          faults.push(`${name}: ${problem}: ${short(call)}`);
      }
      const delay = await server.delayMs();
      if (delay <= MAX_BLOCKED_MS) blocked = Math.max(blocked, delay);
      else
        for (const call of batch) {
          const alone = await blockedBy(server, call);
          blocked = Math.max(blocked, alone);
          if (alone > MAX_BLOCKED_MS)
            faults.push(
              `${name}: blocked ${Math.round(alone)} ms: ${short(call)}`,
            );
        }
    }
    longest = Math.max(longest, slowest);
    mostBlocked = Math.max(mostBlocked, blocked);
    console.log(
      `${name}: ${[...statuses]
        .sort()
        .map(([status, n]) => `${n} × ${status}`)
        .join(', ')}; slowest ${Math.round(slowest)} ms, blocked ${Math.round(
        blocked,
      )} ms`,
    );
  }
  for (const rejection of server.rejections)
    faults.push(`unhandled rejection: ${rejection}`);
  console.log(
    `API: ${sent} calls, slowest ${Math.round(
      longest,
    )} ms, event loop blocked ${Math.round(mostBlocked)} ms at most`,
  );
  await server.stop();
  provider.stop();
  return faults;
}
