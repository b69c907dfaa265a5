import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { keysetPage } from './keyset';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('keyset pages on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(id);
    await knex.schema.createTable('letters', table => {
      table.string('id').primary();
      table.string('name').notNullable();
    });
    await knex('letters').insert(
      [...'abcdefgh'].map((name, n) => ({ id: `${n}`, name })),
    );
  });
  afterEach(() => knex.destroy());

  const page = async (cursor?: string, order: 'asc' | 'desc' = 'asc') => {
    const { rows, ...cursors } = await keysetPage<{ id: string; name: string }>(
      knex('letters'),
      { column: 'name', sort: 'name', order, limit: 3, cursor },
    );
    return { names: rows.map(({ name }) => name).join(''), ...cursors };
  };
  const forget = (names: string) =>
    knex('letters')
      .whereIn('name', [...names])
      .delete();

  it.each([
    ['asc', 'abc', 'def', 'gh'],
    ['desc', 'hgf', 'edc', 'ba'],
  ] as const)('go to the end and back, %s', async (order, ...names) => {
    const first = await page(undefined, order);
    const second = await page(first.nextCursor, order);
    const third = await page(second.nextCursor, order);
    expect([first.names, second.names, third.names]).toEqual(names);
    expect(first.prevCursor).toBeUndefined();
    expect(third.nextCursor).toBeUndefined();
    const back = await page(third.prevCursor, order);
    expect(back.names).toBe(names[1]);
    const start = await page(back.prevCursor, order);
    expect(start.names).toBe(names[0]);
    expect(start.prevCursor).toBeUndefined();
    expect((await page(start.nextCursor, order)).names).toBe(names[1]);
  });

  it('are the last page if everything after the cursor was deleted', async () => {
    const second = await page((await page()).nextCursor);
    await forget('gh');
    const last = await page(second.nextCursor);
    expect(last.names).toBe('def');
    expect(last.nextCursor).toBeUndefined();
    expect((await page(last.prevCursor)).names).toBe('abc');
  });

  it('are the first page if everything before the cursor was deleted', async () => {
    const second = await page((await page()).nextCursor);
    await forget('abc');
    const first = await page(second.prevCursor);
    expect(first.names).toBe('def');
    expect(first.prevCursor).toBeUndefined();
    expect((await page(first.nextCursor)).names).toBe('gh');
  });

  it('have no cursor if there is only one page', async () => {
    const second = await page((await page()).nextCursor);
    await forget('cdefgh');
    const only = { names: 'ab', nextCursor: undefined, prevCursor: undefined };
    expect(await page(second.nextCursor)).toEqual(only);
    await knex('letters').insert({ id: '9', name: 'z' });
    const back = await page(second.nextCursor);
    await forget('ab');
    expect((await page(back.prevCursor)).names).toBe('z');
  });

  it('are empty if everything was deleted', async () => {
    const second = await page((await page()).nextCursor);
    await knex('letters').delete();
    const none = { names: '', nextCursor: undefined, prevCursor: undefined };
    expect(await page(second.nextCursor)).toEqual(none);
    expect(await page(second.prevCursor)).toEqual(none);
  });
});
