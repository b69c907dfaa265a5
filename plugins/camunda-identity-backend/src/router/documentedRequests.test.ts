/* eslint-disable jest/expect-expect -- the helpers hold calls against the document */
import { testDatabases } from '../__testUtils__/databases';
import { createDocumented } from '../__testUtils__/documented';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
const { taken, refused } = createDocumented();

describe.each(databases.eachSupportedId())('requests on %s', id => {
  let portal: Portal;
  let issuers: Issuers;
  let destroy: () => Promise<void>;
  let path: string;
  let etag: string;
  let count = 0;

  beforeAll(async () => {
    const knex = await databases.init(id);
    issuers = await startIssuers();
    portal = await startPortal({ knex });
    destroy = () => knex.destroy();
  });
  afterAll(async () => {
    await portal.stop();
    await issuers.stop();
    await destroy();
  });
  beforeEach(async () => {
    const { body } = await taken(
      portal.guest.post(
        '/connections',
        newRecord({
          name: `r-${(count += 1)}`,
          entityRef: 'System:default/Payments-camunda',
          provider: { type: 'GENERIC', issuer: issuers.url('a') },
        }),
      ),
      201,
    );
    path = `/connections/${body.id}`;
    etag = body.etag;
  });

  it('that change a part of a record are allowed by the document', async () => {
    for (const patch of [
      { title: 'T', description: 'D' },
      { description: null },
      {},
      { checks: { every: 'P1D' } },
      { checks: null, initialClaim: { name: null } },
      { owner: 'Group:default/Team-Payments' },
      {
        components: {
          zeebe: { secret: { kubernetesSecret: null, env: { name: 'Z' } } },
        },
      },
      {
        components: { zeebe: null, optimize: newRecord().components.identity },
      },
      {
        provider: {
          type: 'MICROSOFT',
          tenantId: '9A95FD9E-005D-487A-9A01-D08C1EAB2757',
          issuer: null,
        },
      },
      {
        provider: {
          type: 'GENERIC',
          issuer: 'https://idp.example.com',
          tenantId: null,
        },
      },
    ])
      for (const type of ['application/json', 'application/merge-patch+json']) {
        const answer = await taken(
          portal.guest.patch(path, etag, patch).set('Content-Type', type),
        );
        etag = answer.body.etag;
      }
  });

  it('that would make the record invalid are not allowed', async () => {
    const { identity } = newRecord().components;
    for (const patch of [
      { colour: 'red' },
      { title: 5 },
      { name: null },
      { provider: null },
      { provider: { issuer: 5 } },
      { components: { identity: null } },
      { components: { identity: { ...identity, colour: 'red' } } },
      { components: { identity: { secret: 's3cret' } } },
      { checks: { every: 'daily' } },
      { initialClaim: { state: 'set' } },
    ])
      await refused(portal.guest.patch(path, etag, patch));
  });

  it('with other invalid bodies are refused by the document too', async () => {
    const draft = { provider: { type: 'GENERIC', issuer: issuers.url('a') } };
    const claim = { value: 'b', reason: 'r', changedInDatabase: true };
    for (const [call, body] of [
      ['/connections', { ...newRecord(), colour: 'red' }],
      ['/connections', { ...newRecord(), name: undefined }],
      ['/connections', newRecord({ entityRef: 'payments' })],
      [`${path}/checks`, { secrets: { p4ssw0rd: 'zeebe' } }],
      [`${path}/checks`, { secrets: { zeebe: 5 } }],
      ['/provider-checks', { ...draft, secrets: { p4ssw0rd: 'zeebe' } }],
      ['/provider-checks', { provider: { type: 'OTHER' } }],
      [`${path}/initial-claim/changes`, claim],
      [`${path}/initial-claim/reset`, { databaseRecreated: true }],
      [`${path}/config-comparisons`, { format: 'pdf', content: '' }],
      ['/config-upgrades', { from: '8.7', to: '8.8' }],
    ] as const)
      await refused(portal.guest.post(call, body));
    await refused(
      portal.guest.put(`${path}/clients/zeebe/secret`, { value: 5 }),
    );
    await refused(
      portal.guest.put(`${path}/clients/p4ssw0rd/secret`, { value: 'x' }),
    );
    for (const query of [
      '/connections?limit=900',
      '/connections?sort=size',
      '/connections?entityRef=payments',
      `${path}/config?format=pdf`,
      `${path}/config`,
      `${path}/checks?limit=0`,
    ])
      await refused(portal.guest.get(query));
  });
});
