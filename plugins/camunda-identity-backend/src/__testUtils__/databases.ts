import { TestDatabases } from '@backstage/backend-test-utils';

/** Both databases; PostgreSQL where the environment names one, as `npm test` does. */
export function testDatabases() {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
}
