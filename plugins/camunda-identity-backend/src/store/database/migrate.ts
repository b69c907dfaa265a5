import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { setTimeout as wait } from 'node:timers/promises';
import { isPostgres } from './isPostgres';

const LOCK = "hashtextextended('camunda-identity migrations', 0)";
const RETRY_MS = 200;

/**
 * Runs migrations while no other replica does. knex has a lock of its own, a mark in a table: a replica that
 * finds it set fails instead of waiting, and one that is killed leaves it set for ever, unless all is done in
 * one transaction, in which indexes cannot be made without keeping others waiting.
 */
async function migrateAlone(knex: Knex, directory: string): Promise<void> {
  // The lock takes a connection of its own.
  if (!isPostgres(knex) || knex.client.pool.max < 2) {
    await knex.migrate.latest({ directory });
    return;
  }
  await knex.transaction(async tx => {
    // It only holds the lock while the migrations go on elsewhere.
    await tx.raw('set local idle_in_transaction_session_timeout = 0');
    const taken = async () => {
      const { rows } = await tx.raw(
        `select pg_try_advisory_xact_lock(${LOCK}) as taken`,
      );
      return rows[0].taken;
    };
    // Asked again and again: building an index waits for statements that run, and so for one that waited.
    while (!(await taken())) await wait(RETRY_MS);
    // Nobody else migrates: whoever has left knex's mark is gone.
    await knex.migrate.forceFreeMigrationsLock({ directory });
    await knex.migrate.latest({ directory });
  });
}

/** The plugin's database, with its tables as this release needs them. */
export async function migratedDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const client = await database.getClient();
  // knex writes every value of a failed statement into its message, and so into answers and logs.
  client.client.config.compileSqlOnError = false;
  if (!database.migrations?.skip)
    await migrateAlone(
      client,
      resolvePackagePath(
        'backstage-plugin-camunda-identity-backend',
        'migrations',
      ),
    );
  return client;
}
