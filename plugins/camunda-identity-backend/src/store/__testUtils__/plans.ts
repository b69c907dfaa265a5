import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';

interface Captured {
  sql: string;
  bindings: unknown[];
}

async function planOf(
  knex: Knex,
  { sql, bindings }: Captured,
): Promise<string> {
  if (!isPostgres(knex)) {
    const rows = await knex.raw(`explain query plan ${sql}`, bindings as never);
    return rows.map((row: { detail: string }) => row.detail).join('\n');
  }
  // The captured statement already has numbered placeholders.
  const { rows } = await knex.raw(
    `explain ${sql.replace(/\$\d+/g, '?')}`,
    bindings as never,
  );
  return rows
    .map((row: Record<string, string>) => row['QUERY PLAN'])
    .join('\n');
}

/**
 * The plans of the reading and leasing statements that `work` sends.
 *
 * @param only - filter, if there are other statements too
 */
export async function plansOf(
  knex: Knex,
  work: () => Promise<unknown>,
  only = /./,
): Promise<string[]> {
  const seen: Captured[] = [];
  const listen = ({ sql, bindings }: Captured) => {
    if (/^\s*(select|with|delete)/i.test(sql) && !/advisory/.test(sql))
      seen.push({ sql, bindings });
  };
  knex.on('query', listen);
  await work();
  knex.removeListener('query', listen);
  const plans: string[] = [];
  for (const statement of seen.filter(({ sql }) => only.test(sql)))
    plans.push(await planOf(knex, statement));
  return plans;
}

/** Summary of a plan; the columns answered by an index, in the order of the plan. */
export function readPlan(plan: string) {
  const conditions = [
    ...plan.matchAll(/Index Cond: (.*)|SEARCH .*USING.*INDEX[^(]*\((.*)\)/g),
  ].map(([, postgres, sqlite]) => postgres ?? sqlite);
  return {
    /** Columns of conditions answered by an index. */
    columns: [
      ...new Set(
        conditions.flatMap(condition =>
          [
            ...condition
              .replace(/'[^']*'|::\w+|statement_timestamp|to_char/g, '')
              .matchAll(/[a-z]+(?:_[a-z]+)*/g),
          ].map(([name]) => name),
        ),
      ),
    ].filter(name => !/^(row|any|and|rowid)$/i.test(name)),
    /** Scans a whole table. */
    scans: /Seq Scan|\bSCAN (?!.*USING)(?!CONSTANT)/.test(plan),
    /** Reads rows that a filter then discards. */
    drops: /Filter:/.test(plan),
    /** Sorts rows instead of reading them in order. */
    sorts: /(?:^|->)\s*Sort /m.test(plan) || /TEMP B-TREE/.test(plan),
    /** Does not read the table (index only). */
    indexOnly: /Index Only Scan|COVERING INDEX/.test(plan),
  };
}
