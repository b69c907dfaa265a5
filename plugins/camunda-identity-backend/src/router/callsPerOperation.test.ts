import {
  coreServices,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { migrateForTest, testDatabases } from '../__testUtils__/databases';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

/** Calls of an operation to the database, the policy and the user-info service. */
interface Calls {
  /** Reads of the record itself, outside the transaction that writes it. */
  records: number;
  queries: number;
  policy: number;
  userInfo: number;
}

const [id] = testDatabases().eachSupportedId()[0];
const databases = testDatabases();

describe('calls per operation', () => {
  let portal: Portal;
  let issuers: Issuers;
  let knex: Knex;
  const calls: Calls = { records: 0, queries: 0, policy: 0, userInfo: 0 };
  let inTransaction = false;

  beforeAll(async () => {
    knex = await migrateForTest(await databases.init(id));
    issuers = await startIssuers();
    const permissions: PermissionsService = {
      async authorize(requests) {
        calls.policy += 1;
        return requests.map(() => ({ result: AuthorizeResult.ALLOW }));
      },
      async authorizeConditional(requests) {
        calls.policy += 1;
        return requests.map(() => ({ result: AuthorizeResult.ALLOW }));
      },
    };
    portal = await startPortal({
      knex,
      features: [
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => permissions,
        }),
      ],
      onUserInfo: () => {
        calls.userInfo += 1;
      },
    });
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/^begin/i.test(sql)) inTransaction = true;
      if (/^(commit|rollback)/i.test(sql)) inTransaction = false;
      else if (!/^begin/i.test(sql)) calls.queries += 1;
      // By id or name; the publisher of changed health reads several at once.
      if (
        !inTransaction &&
        /^select \* from .connections. where .(id|name). = /i.test(sql)
      )
        calls.records += 1;
    });
  });
  afterAll(async () => {
    await portal.stop();
    await issuers.stop();
    await knex.destroy();
  });

  async function counted(run: () => PromiseLike<unknown>): Promise<Calls> {
    const before = { ...calls };
    await run();
    return {
      records: calls.records - before.records,
      queries: calls.queries - before.queries,
      policy: calls.policy - before.policy,
      userInfo: calls.userInfo - before.userInfo,
    };
  }

  it('resolves the caller, asks the policy and reads the record once', async () => {
    const { body: created } = await portal.guest.post(
      '/connections',
      newRecord({ provider: { type: 'GENERIC', issuer: issuers.url('a') } }),
    );
    const path = `/connections/${created.id}`;
    const operations: Array<[string, () => PromiseLike<unknown>]> = [
      ['read', () => portal.guest.get(path)],
      [
        'read by name',
        () => portal.guest.get('/connections/by-name/payments-prod'),
      ],
      ['config', () => portal.guest.get(`${path}/config?format=helm`)],
      ['history', () => portal.guest.get(`${path}/checks`)],
      [
        'claim changes',
        () => portal.guest.get(`${path}/initial-claim/changes`),
      ],
      ['check', () => portal.guest.post(`${path}/checks`)],
      ['patch', () => portal.guest.patch(path, created.etag, { title: 'T' })],
      ['claim set', () => portal.guest.post(`${path}/initial-claim/set`)],
      ['delete', () => portal.guest.delete(path, '*')],
    ];
    const seen: Record<string, Calls> = {};
    for (const [name, run] of operations) seen[name] = await counted(run);
    for (const [name, { records, policy, userInfo }] of Object.entries(seen))
      expect({ name, records, policy, userInfo }).toEqual({
        name,
        records: 1,
        policy: 1,
        userInfo: 1,
      });
    // If other tables have no rows of the record, a read is one query.
    for (const name of ['read', 'read by name', 'config'])
      expect({ name, queries: seen[name].queries }).toEqual({
        name,
        queries: 1,
      });
    process.stdout.write(`calls per operation: ${JSON.stringify(seen)}\n`);
  });
});
