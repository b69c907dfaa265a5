/**
 * `npm run fuzz`: every operation of the OpenAPI document against the real backend, and every reader of text
 * from outside, with inputs that were made to hurt. No answer may be a 500 or take longer than 2 s, no input
 * may block the event loop for more than 100 ms.
 *
 * `npm run fuzz -- --runs 1000 --seed 42 --only checks` makes fewer, the same again, or some of them.
 */
import { parseArgs } from 'node:util';
import { fuzzApi } from './api';
import { fuzzReaders } from './readers';

async function main() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '10000' },
      seed: { type: 'string' },
      only: { type: 'string', default: '' },
    },
  });
  const options = {
    runs: Number(values.runs),
    seed: Number(values.seed ?? Math.floor(Math.random() * 2 ** 31)),
    only: values.only!,
  };
  console.log(
    `Seed ${options.seed}; the same again: npm run fuzz -- --seed ${options.seed} --runs ${options.runs}`,
  );
  const faults = [
    ...(await fuzzApi({ ...options, runs: Math.ceil(options.runs / 2) })),
    ...(await fuzzReaders({ ...options, runs: Math.ceil(options.runs / 2) })),
  ];
  for (const fault of faults) console.log(`FAULT ${fault}`);
  console.log(
    faults.length === 0
      ? `Seed ${options.seed}: nothing found`
      : `Seed ${options.seed}: ${faults.length} faults`,
  );
  process.exit(faults.length === 0 ? 0 : 1);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
