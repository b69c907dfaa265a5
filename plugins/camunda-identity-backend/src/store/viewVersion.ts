import type { Knex } from 'knex';

/**
 * For every update that changes what is answered of a record: its edits, its health, its stored secrets.
 * Views are kept by this number, see ConnectionViews.
 */
export function nextView(knex: Knex) {
  return { view_version: knex.raw('view_version + 1') };
}
