/* eslint-disable jest/no-standalone-expect -- the test is chosen by the database */
import type { Knex } from 'knex';
import { storedRecord } from '../__testUtils__/replica';
import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { DatabaseConnectionsStore } from './DatabaseConnectionsStore';
import { isPostgres } from './database/isPostgres';
import { DatabaseLeases } from './DatabaseLeases';

jest.setTimeout(60_000);

const databases = testDatabases();
const LEASE_MS = 60_000;

/** A replica's clock that is off by the given minutes. */
function clockOff(minutes: number) {
  const right = Date.now.bind(Date);
  return jest
    .spyOn(Date, 'now')
    .mockImplementation(() => right() + minutes * 60_000);
}

describe.each(databases.eachSupportedId())('leases on %s', id => {
  let knex: Knex;
  let leases: DatabaseLeases;
  beforeEach(async () => {
    knex = await migrateForTest(await databases.init(id));
    leases = new DatabaseLeases(knex);
    await new DatabaseConnectionsStore(knex).insert(
      storedRecord('record', 'https://idp.example.com'),
    );
    // Due since a minute ago, to allow for clock differences between machine and database.
    await knex('check_schedule').update({
      due_at: new Date(Date.now() - 60_000).toISOString(),
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await knex.destroy();
  });

  it('prevent a record from being due until they end', async () => {
    expect(await leases.countDue()).toBe(1);
    const before = Date.now();
    const [lease] = await leases.take(5, LEASE_MS);
    const { due_at: until, ticket } = await knex('check_schedule').first();
    expect(ticket).toBe(lease.ticket);
    expect(until).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    // A test database runs on the same machine or nearby.
    expect(Math.abs(Date.parse(until) - before - LEASE_MS)).toBeLessThan(
      30_000,
    );
    expect(await leases.countDue()).toBe(0);
    expect(await leases.take(5, LEASE_MS)).toEqual([]);
    await knex('check_schedule').update({
      due_at: new Date(Date.now() - 1_000).toISOString(),
    });
    expect(await leases.take(5, LEASE_MS)).toHaveLength(1);
  });

  (/POSTGRES/.test(id) ? it : it.skip)(
    'use the database’s clock, so that replica clocks that are ahead or behind make no difference',
    async () => {
      expect(isPostgres(knex)).toBe(true);
      expect(await leases.take(5, LEASE_MS)).toHaveLength(1);
      clockOff(10);
      expect(await leases.countDue()).toBe(0);
      expect(await leases.take(5, LEASE_MS)).toEqual([]);
      jest.restoreAllMocks();
      await knex('check_schedule').update({
        due_at: new Date(Date.now() - 60_000).toISOString(),
      });
      clockOff(-10);
      expect(await leases.countDue()).toBe(1);
      expect(await leases.take(5, LEASE_MS)).toHaveLength(1);
      jest.restoreAllMocks();
      // Its lease has not ended yet.
      expect(await leases.countDue()).toBe(0);
    },
  );
});
