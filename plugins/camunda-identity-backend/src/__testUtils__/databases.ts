import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

/**
 * SQLite, and the oldest and the newest PostgreSQL that are supported where the environment names them, as
 * `npm test` does.
 */
export const DATABASE_IDS: TestDatabaseId[] = [
  'SQLITE_3',
  'POSTGRES_15',
  'POSTGRES_18',
];

/** The databases of {@link DATABASE_IDS} that are there. */
export function testDatabases() {
  return TestDatabases.create({ ids: DATABASE_IDS });
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
