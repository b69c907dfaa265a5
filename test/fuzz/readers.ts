import fc from 'fast-check';
import type { FuzzOptions } from './api';
import { READERS, type Reader } from './lib/readers';

/** Milliseconds for a reader that runs beside everything else. */
const MAX_MS = 100;

/** What was slow once is tried again: the machine may have been busy, and code is compiled. */
const AGAIN = 4;

interface Outcome {
  ms: number;
  error?: unknown;
}

function run({ read, throws }: Reader, input: unknown[]): Outcome {
  const begin = performance.now();
  let error: unknown;
  try {
    read(...input);
  } catch (caught) {
    if (!throws?.(caught)) error = caught;
  }
  return { ms: performance.now() - begin, error };
}

const short = (input: unknown[]) => {
  const text = JSON.stringify(input) ?? '';
  return text.length > 400
    ? `${text.slice(0, 300)} … ${text.slice(-80)} (${text.length})`
    : text;
};

/** @returns what was found, one line for each */
export async function fuzzReaders({
  runs,
  seed,
  only,
}: FuzzOptions): Promise<string[]> {
  const readers = READERS.filter(({ name }) => name.includes(only));
  const faults: string[] = [];
  const each = Math.ceil(runs / Math.max(1, readers.length));
  let read = 0;
  for (const reader of readers) {
    const max = reader.maxMs ?? MAX_MS;
    let slowest = 0;
    for (const input of fc.sample(reader.inputs, { seed, numRuns: each })) {
      let { ms, error } = run(reader, input);
      for (let n = 0; n < AGAIN && ms > max; n += 1)
        ms = Math.min(ms, run(reader, input).ms);
      read += 1;
      slowest = Math.max(slowest, ms);
      if (error)
        faults.push(
          `${reader.name}: ${String(error).slice(0, 300)}: ${short(input)}`,
        );
      if (ms > max)
        faults.push(`${reader.name}: ${Math.round(ms)} ms: ${short(input)}`);
    }
    console.log(`${reader.name}: slowest ${Math.round(slowest)} ms`);
  }
  console.log(`Readers: ${read} inputs`);
  return faults;
}
