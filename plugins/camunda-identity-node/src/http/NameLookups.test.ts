import type { lookup } from 'node:dns';
import { NameLookups } from './NameLookups';

/** Names in the order of their lookups; a test decides when each is answered. */
function system() {
  const asked: string[] = [];
  const answers = new Map<string, (error?: Error) => void>();
  const lookups = new NameLookups(((
    name: string,
    _: object,
    callback: (error: Error | null, found?: object[]) => void,
  ) => {
    asked.push(name);
    answers.set(name, error =>
      error
        ? callback(error)
        : callback(null, [{ address: '192.0.2.1', family: 4 }]),
    );
  }) as typeof lookup);
  return { asked, answers, lookups };
}

const settle = () => new Promise(done => setImmediate(done));

it('resolves a name once for all concurrent requests', async () => {
  const { asked, answers, lookups } = system();
  const all = [1, 2, 3].map(() => lookups.resolve('a', {}));
  await settle();
  expect(asked).toEqual(['a']);
  answers.get('a')!();
  expect(new Set((await Promise.all(all)).map(([one]) => one.address))).toEqual(
    new Set(['192.0.2.1']),
  );
});

it('does not delay known names by names that may never resolve', async () => {
  const { asked, answers, lookups } = system();
  const known = lookups.resolve('good', {});
  await settle();
  answers.get('good')!();
  await known;
  const slow = Array.from({ length: 30 }, (_, n) =>
    lookups.resolve(`slow-${n}`, {}).catch(error => error.message),
  );
  await settle();
  expect(asked).toEqual(['good', 'slow-0', 'slow-1']);
  const again = lookups.resolve('good', {});
  await settle();
  expect(asked.at(-1)).toBe('good');
  answers.get('good')!();
  expect(await again).toHaveLength(1);
  // The others follow one by one, whatever the outcome of those before.
  for (let n = 0; n < 30; n += 1) {
    answers.get(`slow-${n}`)!(new Error('no such name'));
    await settle();
  }
  expect(await Promise.all(slow)).toEqual(slow.map(() => 'no such name'));
});
