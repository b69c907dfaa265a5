import type { Knex } from 'knex';
import { listQuerySchema } from 'backstage-plugin-camunda-identity-common';
import { storedRecord } from '../../__testUtils__/replica';
import { migrateForTest, testDatabases } from '../../__testUtils__/databases';
import { DatabaseConnectionsStore } from '../DatabaseConnectionsStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const TITLES = {
  istanbul: 'İSTANBUL Ödeme',
  mueller: 'Müller & Söhne',
  // Decomposed, as from some keyboards and files: a letter and its accent as two characters.
  apart: 'Cafe\u0301 du Nord',
  cyrillic: 'Йошкар-Ола',
  none: 'Something else',
};

describe.each(databases.eachSupportedId())('search on %s', id => {
  let knex: Knex;
  let store: DatabaseConnectionsStore;
  beforeAll(async () => {
    knex = await migrateForTest(await databases.init(id));
    store = new DatabaseConnectionsStore(knex);
    for (const [name, title] of Object.entries(TITLES))
      await store.insert(
        storedRecord(`r-${name[0]}`, 'https://idp.example.com', { title }),
      );
  });
  afterAll(() => knex.destroy());

  it.each([
    ['istanbul', 'r-i'],
    ['İstanbul', 'r-i'],
    ['ISTANBUL', 'r-i'],
    ['i\u0307stan', 'r-i'],
    ['ödeme', 'r-i'],
    ['Muller', 'r-m'],
    ['müller', 'r-m'],
    ['MÜLLER soh', 'r-m'],
    ['mu\u0308ller', 'r-m'],
    ['café', 'r-a'],
    ['cafe nor', 'r-a'],
    ['йошкар', 'r-c'],
    ['uller', undefined],
    ['stanbul', undefined],
  ])('%s finds %s', async (q, found) => {
    const { items } = await store.list(listQuerySchema.parse({ q }));
    expect(items.map(({ data }) => data.name)).toEqual(found ? [found] : []);
  });
});
