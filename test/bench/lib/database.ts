import knexFactory, { type Knex } from 'knex';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/processes';

/** Where Backstage puts the tables of this plugin. */
const NAME = 'backstage_plugin_camunda-identity';

/** The plugin's database on a PostgreSQL, with its tables. */
export async function pluginDatabase(connectionString: string): Promise<Knex> {
  const admin = knexFactory({ client: 'pg', connection: connectionString });
  await admin.raw('create database ??', [NAME]);
  await admin.destroy();
  const url = new URL(connectionString);
  url.pathname = `/${encodeURIComponent(NAME)}`;
  const knex = knexFactory({
    client: 'pg',
    connection: url.href,
    pool: { min: 0, max: 10 },
  });
  await knex.migrate.latest({
    directory: join(ROOT, 'plugins/camunda-identity-backend/migrations'),
  });
  return knex;
}

/** Middle, 95th percentile and maximum. */
export function spread(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  return { median: at(0.5), p95: at(0.95), max: sorted[sorted.length - 1] };
}
