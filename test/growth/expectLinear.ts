/** Processor time in milliseconds: what others do on the machine hardly counts. */
function cost<T>(input: T, run: (input: T) => unknown): number {
  const before = process.cpuUsage();
  run(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Below this nobody is held up, whatever the growth. */
const HARMLESS_MS = 50;

/** Eight times the input: linear work takes 8 times as long, quadratic 64 times. */
const MAX_GROWTH = 24;

const SIZES = [1, 2, 4, 8];

/**
 * Runs something on inputs of size n, 2n, 4n and 8n and fails where it takes more than linear time.
 *
 * @param make - makes an input of a size
 * @param n - the smallest size; 8n should be the largest that may be sent
 * @throws Error with the times, where three measurements in a row say so
 */
export function expectLinear<T>(
  n: number,
  make: (size: number) => T,
  run: (input: T) => unknown,
): void {
  const inputs = SIZES.map(factor => make(n * factor));
  let told = '';
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const costs = inputs.map(input => cost(input, run));
    const first = Math.max(costs[0], HARMLESS_MS / MAX_GROWTH);
    const last = costs[costs.length - 1];
    if (last <= HARMLESS_MS || last / first <= MAX_GROWTH) return;
    told = costs
      .map((ms, at) => `${n * SIZES[at]}: ${ms.toFixed(1)} ms`)
      .join(', ');
  }
  throw new Error(`takes more than linear time (${told})`);
}
