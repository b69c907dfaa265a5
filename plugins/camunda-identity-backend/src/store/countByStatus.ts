import type { Knex } from 'knex';

/** Number of records by health. */
export async function countByStatus(
  knex: Knex,
): Promise<Array<{ status: string; n: number }>> {
  const rows: Array<{ status: string; n: number | string }> = await knex(
    'connections',
  )
    .select('status')
    .count({ n: '*' })
    .groupBy('status');
  // PostgreSQL returns counts as text.
  return rows.map(({ status, n }) => ({ status, n: Number(n) }));
}
