import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** The plugin's database, with its tables as this release needs them. */
export async function migratedDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const client = await database.getClient();
  // knex writes every value of a failed statement into its message, and so into answers and logs.
  client.client.config.compileSqlOnError = false;
  if (!database.migrations?.skip)
    await client.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-camunda-identity-backend',
        'migrations',
      ),
    });
  return client;
}
