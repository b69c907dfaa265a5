// @ts-check

/*
 * Several filters at once, and exact counts, without reading the records themselves.
 *
 * The index costs an entry whenever a row is written, and a check writes one. It holds few different values,
 * which PostgreSQL stores once each, so it is the smallest of all by far: a combination that no record has
 * is found at once, and whatever is counted by these columns, a permission policy's owners among them, is
 * counted in some hundred pages instead of the whole table.
 *
 * PostgreSQL takes columns for independent unless it is told otherwise: it would then walk a whole sort
 * index for records that it expects and that are not there. The statistics cost nothing but at ANALYZE.
 */

const {
  createIndex,
  dropIndex,
  inSteps,
  isPostgres,
} = require('./lib/indexes');

/** Written by every check; counting in an index alone needs what VACUUM notes down. */
const BUSY = ['connections', 'check_schedule'];

exports.up = inSteps(async knex => {
  await createIndex(
    knex,
    'connections_filters_idx',
    'connections (status, provider_type, camunda_version, owner)',
  );
  if (!isPostgres(knex)) return;
  await knex.raw(
    `create statistics if not exists connections_filters_stats (mcv)
     on status, provider_type, camunda_version from connections`,
  );
  for (const table of BUSY)
    await knex.raw(
      `alter table ${table} set (autovacuum_vacuum_scale_factor = 0.02)`,
    );
  await knex.raw('analyze connections');
});

exports.down = inSteps(async knex => {
  if (isPostgres(knex)) {
    for (const table of BUSY)
      await knex.raw(
        `alter table ${table} reset (autovacuum_vacuum_scale_factor)`,
      );
    await knex.raw('drop statistics if exists connections_filters_stats');
  }
  await dropIndex(knex, 'connections_filters_idx');
});

exports.config = { transaction: false };
