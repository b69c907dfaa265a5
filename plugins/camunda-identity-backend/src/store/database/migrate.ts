import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import { isPostgres } from './isPostgres';

const LOCK = 'camunda-identity migrations';

/** The plugin's database with the tables of this release. */
export async function migratedDatabase(database: DatabaseService) {
  const client = await database.getClient();
  // knex includes every value of a failed statement in the message, and so in answers and logs.
  client.client.config.compileSqlOnError = false;
  if (database.migrations?.skip) return client;
  const directory = resolvePackagePath(
    'backstage-plugin-camunda-identity-backend',
    'migrations',
  );
  // Replicas that start together wait for each other. knex's own lock is a row of a table, which two replicas
  // cannot both create, and which stays locked when a replica is killed.
  await client.transaction(async tx => {
    if (isPostgres(tx))
      await tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        LOCK,
      ]);
    await tx.migrate.latest({ directory });
  });
  return client;
}
