import { HostLimiter, type Turn } from './HostLimiter';

const turn = (user: string, record = 'r'): Turn => ({ user, record });

/** Takes slots and records the order in which they were granted. */
function setUp(max: number) {
  const limiter = new HostLimiter(max);
  const order: string[] = [];
  const releases: Array<() => void> = [];
  const take = async (name: string, by: Turn, signal?: AbortSignal) => {
    const release = await limiter.acquire('host', by, signal);
    order.push(name);
    releases.push(release);
  };
  const releaseNext = async () => {
    releases.shift()!();
    await new Promise(done => setImmediate(done));
  };
  return { limiter, order, take, releaseNext, releases };
}

it('gives the next slot to a user without one, however many requests are queued before', async () => {
  const { order, take, releaseNext, releases, limiter } = setUp(2);
  const all = Array.from({ length: 30 }, (_, n) =>
    take(`a${n}`, turn('a', `draft${n}`)),
  );
  all.push(take('b0', turn('b')), take('b1', turn('b')));
  await new Promise(done => setImmediate(done));
  expect(order).toEqual(['a0', 'a1']);
  await releaseNext();
  expect(order.at(-1)).toBe('b0');
  await releaseNext();
  // Each of them has one now: the one served longest ago comes first.
  expect(order.slice(2)).toEqual(['b0', 'a2']);
  await releaseNext();
  expect(order.at(-1)).toBe('b1');
  while (releases.length > 0) await releaseNext();
  await Promise.all(all);
  expect(order).toHaveLength(32);
  expect(limiter.size).toBe(0);
});

it('lets a user’s records take turns', async () => {
  const { order, take, releaseNext, releases } = setUp(1);
  const all = [
    ...[0, 1, 2].map(n => take(`x${n}`, turn('a', 'x'))),
    ...[0, 1].map(n => take(`y${n}`, turn('a', 'y'))),
  ];
  await new Promise(done => setImmediate(done));
  while (releases.length > 0) await releaseNext();
  await Promise.all(all);
  expect(order).toEqual(['x0', 'y0', 'x1', 'y1', 'x2']);
});

it('forgets a request that is cancelled', async () => {
  const { order, take, releaseNext, limiter } = setUp(1);
  const controller = new AbortController();
  await take('first', turn('a'));
  const given = take('given up', turn('b'), controller.signal);
  const last = take('last', turn('a'));
  controller.abort(new Error('gone'));
  await expect(given).rejects.toThrow('gone');
  await releaseNext();
  await last;
  expect(order).toEqual(['first', 'last']);
  await releaseNext();
  expect(limiter.size).toBe(0);
});
