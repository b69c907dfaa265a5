import { claimTable, readToken } from './readTokens';

const token = (claims: string) =>
  ['{"alg":"RS256"}', claims, 'x']
    .map(part => Buffer.from(part).toString('base64url'))
    .join('.');

it('survives a token that is nested as deeply as it is long', () => {
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
  const { claims } = readToken(token(`{"sub":"alice","deep":${deep}}`))!;
  expect(claimTable({ idToken: claims })).toEqual([
    { name: 'sub', idToken: 'alice' },
    { name: 'deep', idToken: '…' },
  ]);
});

it('shows at most a hundred claims, each of limited length', () => {
  const claims = Object.fromEntries(
    Array.from({ length: 9_000 }, (_, n) => [
      `${n}${'n'.repeat(300)}`,
      'v'.repeat(20_000),
    ]),
  );
  const table = claimTable({ idToken: claims, userInfo: claims });
  expect(table).toHaveLength(100);
  expect(JSON.stringify(table).length).toBeLessThan(150_000);
});
