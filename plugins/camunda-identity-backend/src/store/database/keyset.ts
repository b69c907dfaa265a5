import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { z } from 'zod';
import { isStorable } from './isStorable';

/*
 * Keyset pagination: a cursor contains sort value and id of the row at the edge of a page, so that every page
 * costs the same, and inserted or deleted rows do not shift pages.
 */

const text = z.string().refine(isStorable);

const cursorSchema = z.strictObject({
  sort: text,
  order: z.enum(['asc', 'desc']),
  value: z.union([text, z.int32()]),
  id: text,
  back: z.boolean(),
});

type Cursor = z.output<typeof cursorSchema>;

/** Options of a page. */
export interface KeysetOptions {
  /** Column to sort by; never null. */
  column: string;
  /** Type of the column: text by default, or 32-bit integers. */
  type?: 'text' | 'integer';
  /** Name of the sort in the API, kept in the cursor. */
  sort: string;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string;
}

/** @throws InputError for a text that is not a cursor of this list */
function decode(options: KeysetOptions): Cursor | undefined {
  if (options.cursor === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(options.cursor, 'base64url').toString());
  } catch {
    value = undefined;
  }
  const parsed = cursorSchema.safeParse(value);
  const type = options.type === 'integer' ? 'number' : 'string';
  if (!parsed.success || typeof parsed.data.value !== type)
    throw new InputError(
      'cursor: is not one that this list has given out; start again without it',
    );
  if (parsed.data.sort !== options.sort || parsed.data.order !== options.order)
    throw new InputError(
      'cursor: belongs to another sort or order; start again without it',
    );
  return parsed.data;
}

function encode(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Reads up to `limit` rows in the order of the list, starting at a cursor or at an end of the list. */
async function readRows<Row>(
  query: Knex.QueryBuilder,
  { column, order, limit }: KeysetOptions,
  from: { back: boolean; cursor?: Cursor },
): Promise<{ rows: Row[]; more: boolean }> {
  // Going back reads the list in reverse.
  const ascending = (order === 'asc') !== from.back;
  const direction = ascending ? 'asc' : 'desc';
  const operator = ascending ? '>' : '<';
  const page = query.clone();
  if (from.cursor)
    // A row value, which an index on both columns can find; for an OR it would be scanned from the start.
    page.whereRaw(`(??, id) ${operator} (?, ?)`, [
      column,
      from.cursor.value,
      from.cursor.id,
    ]);
  const found: Row[] = await page
    .orderBy([
      { column, order: direction },
      { column: 'id', order: direction },
    ])
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  if (from.back) rows.reverse();
  return { rows, more: found.length > limit };
}

/**
 * Runs a query for one page. If a cursor finds no rows because they were deleted, the result is the page at
 * that end of the list: the first one when going back, the last one when going forward.
 *
 * @param query - filtered, neither ordered nor limited; its rows have `id` and the sort column
 */
export async function keysetPage<
  Row extends { id: string } & Record<string, any>,
>(
  query: Knex.QueryBuilder,
  options: KeysetOptions,
): Promise<{ rows: Row[]; nextCursor?: string; prevCursor?: string }> {
  const { column, order, sort } = options;
  const cursor = decode(options);
  let back = cursor?.back ?? false;
  // Whether there are rows before this page, if it was not read from an end of the list.
  let behind = cursor !== undefined;
  let { rows, more } = await readRows<Row>(query, options, { back, cursor });
  if (cursor && rows.length === 0) {
    back = !back;
    behind = false;
    ({ rows, more } = await readRows<Row>(query, options, { back }));
  }
  const cursorAt = (row: Row | undefined, isBack: boolean) =>
    row &&
    encode({ sort, order, value: row[column], id: row.id, back: isBack });
  const [before, after] = back ? [more, behind] : [behind, more];
  return {
    rows,
    nextCursor: after ? cursorAt(rows[rows.length - 1], false) : undefined,
    prevCursor: before ? cursorAt(rows[0], true) : undefined,
  };
}
