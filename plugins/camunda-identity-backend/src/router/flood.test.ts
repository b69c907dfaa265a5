import type { Knex } from 'knex';
import { request } from 'node:http';
import { mockCredentials } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import {
  BASE,
  newRecord,
  startPortal,
  type Portal,
} from '../__testUtils__/portal';
import { providerWith } from '../__testUtils__/providerWith';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('a flood, on %s', id => {
  let portal: Portal;
  let knex: Knex;
  let provider: Awaited<ReturnType<typeof providerWith>>;
  let path: string;

  beforeEach(async () => {
    knex = await databases.init(id);
    provider = await providerWith();
    portal = await startPortal({
      knex,
      config: { checks: { onDemandPerMinute: 200 } },
    });
    const { body } = await portal.guest.post(
      '/connections',
      newRecord({ provider: { type: 'GENERIC', issuer: provider.issuer } }),
    );
    path = `/connections/${body.id}`;
  });
  afterEach(async () => {
    await portal.stop();
    await provider.stop();
    await knex.destroy();
  });

  it('of dropped streams leaves nothing behind', async () => {
    provider.hold.start();
    const drop = () =>
      new Promise<void>((done, fail) => {
        const call = request(
          `http://localhost:${portal.server.port()}${BASE}${path}/checks`,
          {
            method: 'POST',
            headers: {
              accept: 'text/event-stream',
              authorization: mockCredentials.user.header('user:default/guest'),
            },
          },
          answer => {
            answer.once('data', () => {
              answer.destroy();
              done();
            });
            answer.on('error', () => {});
          },
        );
        call.on('error', fail);
        call.end();
      });
    await Promise.all(Array.from({ length: 100 }, drop));
    provider.hold.release();
    // Afterwards all slots are free again.
    const next = await portal.guest.post(`${path}/checks`);
    expect(next.status).toBe(201);
    expect(next.body.findings).toContainEqual(
      expect.objectContaining({ code: 'discovery.document', result: 'pass' }),
    );
    expect(await knex('check_reports').select('id')).toEqual([
      { id: next.body.id },
    ]);
  });

  it('of requests is answered, with 429 over a limit', async () => {
    const statuses = new Map<string, number>();
    const note = (call: string, status: number) =>
      statuses.set(
        `${call} ${status}`,
        (statuses.get(`${call} ${status}`) ?? 0) + 1,
      );
    let left = 1_000;
    const work = async () => {
      while (left > 0) {
        left -= 1;
        if (left % 10 === 0)
          note('check', (await portal.guest.post(`${path}/checks`)).status);
        else if (left % 3 === 0)
          note('list', (await portal.guest.get('/connections')).status);
        else note('get', (await portal.guest.get(path)).status);
      }
    };
    await Promise.all(Array.from({ length: 50 }, work));
    expect([...statuses.keys()].sort()).toEqual([
      'check 201',
      'get 200',
      'list 200',
    ]);
    expect(await knex('on_demand_runs')).toHaveLength(
      statuses.get('check 201')!,
    );
  });
});
