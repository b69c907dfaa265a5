import type { Knex } from 'knex';

/** True for PostgreSQL, false for SQLite, which has one writer at a time and no row locks. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
