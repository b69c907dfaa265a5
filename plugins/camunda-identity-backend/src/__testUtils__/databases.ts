import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

/**
 * SQLite, and the oldest and the newest supported PostgreSQL if the environment names them, as `npm test` does.
 */
export const DATABASE_IDS: TestDatabaseId[] = [
  'SQLITE_3',
  'POSTGRES_15',
  'POSTGRES_18',
];

/** The available databases of {@link DATABASE_IDS}. */
export function testDatabases() {
  return TestDatabases.create({ ids: DATABASE_IDS });
}

/** Folder of the plugin's migrations. */
export const MIGRATIONS = resolvePackagePath(
  'backstage-plugin-camunda-identity-backend',
  'migrations',
);

/** An empty database with the plugin's tables. */
export async function migrateForTest(knex: Knex): Promise<Knex> {
  await knex.migrate.latest({ directory: MIGRATIONS });
  return knex;
}
