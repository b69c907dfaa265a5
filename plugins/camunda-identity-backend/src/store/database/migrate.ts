import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import { isPostgres } from './isPostgres';

const LOCK = 'camunda-identity migrations';

/** The plugin's database, with its tables as this release needs them. */
export async function migratedDatabase(database: DatabaseService) {
  const client = await database.getClient();
  // knex writes every value of a failed statement into its message, and so into answers and logs.
  client.client.config.compileSqlOnError = false;
  if (database.migrations?.skip) return client;
  const directory = resolvePackagePath(
    'backstage-plugin-camunda-identity-backend',
    'migrations',
  );
  // Replicas that start together wait for each other. knex's own lock is a row of a table, which two of them
  // cannot both make, and which a killed one leaves locked.
  await client.transaction(async tx => {
    if (isPostgres(tx))
      await tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        LOCK,
      ]);
    await tx.migrate.latest({ directory });
  });
  return client;
}
