import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { z } from 'zod';
import { isStorable } from './isStorable';

/*
 * Keyset pagination: a cursor holds the sort value and the id of the row at the edge of a page, so that a
 * page costs the same wherever it lies and a row that comes or goes shifts nothing.
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

/** How a page is cut. */
export interface KeysetOptions {
  /** Column to sort by; never null. */
  column: string;
  /** What the column holds: text by default, or 32-bit integers. */
  type?: 'text' | 'integer';
  /** Name of the sort in the API, kept in the cursor. */
  sort: string;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string;
}

/** @throws InputError for a text that is no cursor of this list */
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

/**
 * Runs a query for one page.
 *
 * @param query - filtered, neither ordered nor limited; its rows have `id` and the sort column
 */
export async function keysetPage<
  Row extends { id: string } & Record<string, any>,
>(
  query: Knex.QueryBuilder,
  options: KeysetOptions,
): Promise<{ rows: Row[]; nextCursor?: string; prevCursor?: string }> {
  const { column, order, limit, sort } = options;
  const cursor = decode(options);
  const back = cursor?.back ?? false;
  // Going back reads the list the other way round.
  const ascending = (order === 'asc') !== back;
  const direction = ascending ? 'asc' : 'desc';
  const operator = ascending ? '>' : '<';
  if (cursor)
    // As one row value, which an index on both columns finds; an OR it would read from its beginning.
    query.whereRaw(`(??, id) ${operator} (?, ?)`, [
      column,
      cursor.value,
      cursor.id,
    ]);
  const found: Row[] = await query
    .orderBy([
      { column, order: direction },
      { column: 'id', order: direction },
    ])
    .limit(limit + 1);
  const more = found.length > limit;
  const rows = found.slice(0, limit);
  if (back) rows.reverse();
  const cursorAt = (row: Row | undefined, isBack: boolean) =>
    row &&
    encode({ sort, order, value: row[column], id: row.id, back: isBack });
  return {
    rows,
    nextCursor:
      back || more ? cursorAt(rows[rows.length - 1], false) : undefined,
    prevCursor:
      (back && more) || (cursor && !back) ? cursorAt(rows[0], true) : undefined,
  };
}
