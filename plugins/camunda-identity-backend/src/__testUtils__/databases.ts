import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

/** Both databases; PostgreSQL where the environment names one, as `npm test` does. */
export function testDatabases() {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
}

/** Where the plugin's migrations lie. */
export const MIGRATIONS = resolvePackagePath(
  'backstage-plugin-camunda-identity-backend',
  'migrations',
);

/** An empty database with the plugin's tables. */
export async function migrateForTest(knex: Knex): Promise<Knex> {
  await knex.migrate.latest({ directory: MIGRATIONS });
  return knex;
}
