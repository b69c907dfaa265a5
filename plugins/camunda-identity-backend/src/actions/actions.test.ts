import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import type { z } from 'zod';
import { testDatabases } from '../__testUtils__/databases';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { checkConnectionInput } from './checkConnection';
import { explainFindingInput } from './explainFinding';
import { getConnectionInput } from './getConnection';
import { listConnectionsInput } from './listConnections';
import { registerActions } from './registerActions';
import { writeConfigInput } from './writeConfig';

jest.setTimeout(60_000);

/** The schema that each handler parses with. */
const OURS: Record<string, z.ZodObject> = {
  'list-connections': listConnectionsInput,
  'get-connection': getConnectionInput,
  'check-connection': checkConnectionInput,
  'write-config': writeConfigInput,
  'explain-finding': explainFindingInput,
};

describe('declared inputs', () => {
  it('have the fields of the schemas that validate', async () => {
    const registry = actionsRegistryServiceMock({
      logger: mockServices.logger.mock(),
    });
    registerActions(registry, {} as never);
    const { actions } = await registry.list();
    expect(actions.map(({ name }) => name).sort()).toEqual(
      Object.keys(OURS).sort(),
    );
    for (const { name, schema } of actions) {
      const declared = schema.input as {
        properties: Record<string, object>;
        required?: string[];
      };
      const ours = OURS[name].shape;
      expect([name, Object.keys(declared.properties).sort()]).toEqual([
        name,
        Object.keys(ours).sort(),
      ]);
      const needed = Object.keys(ours).filter(
        key => !ours[key].safeParse(undefined).success,
      );
      expect([name, declared.required ?? []]).toEqual([name, needed]);
    }
  });
});

const [database] = testDatabases().eachSupportedId()[0];
const databases = testDatabases();

describe('actions in the registry', () => {
  let portal: Portal;
  let issuers: Issuers;
  let destroy: () => Promise<void>;
  const base = '/api/camunda-identity/.backstage/actions/v1/actions';

  beforeAll(async () => {
    const knex = await databases.init(database);
    issuers = await startIssuers();
    portal = await startPortal({ knex });
    destroy = () => knex.destroy();
  });
  afterAll(async () => {
    await portal.stop();
    await issuers.stop();
    await destroy();
  });

  const invoke = (name: string, input: object, user = 'guest') =>
    request(portal.server)
      .post(`${base}/${encodeURIComponent(`camunda-identity:${name}`)}/invoke`)
      .set('Authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(input);

  it('say what they do to the world', async () => {
    const { body } = await request(portal.server)
      .get(base)
      .set('Authorization', mockCredentials.user.header('user:default/guest'));
    const attributes = Object.fromEntries(
      body.actions.map((action: any) => [action.id, action.attributes]),
    );
    const reads = { readOnly: true, destructive: false, idempotent: true };
    expect(attributes).toEqual({
      'camunda-identity:list-connections': reads,
      'camunda-identity:get-connection': reads,
      'camunda-identity:write-config': reads,
      'camunda-identity:explain-finding': reads,
      'camunda-identity:check-connection': {
        readOnly: false,
        destructive: false,
        idempotent: false,
      },
    });
    for (const action of body.actions) {
      expect(action.schema.input.type).toBe('object');
      expect(Object.keys(action.schema.input.properties)).not.toEqual([]);
    }
  });

  it('work on behalf of who calls them', async () => {
    const { body: created } = await portal.guest.post(
      '/connections',
      newRecord({ provider: { type: 'GENERIC', issuer: issuers.url('a') } }),
    );
    const claim = created.initialClaim.value;
    const listed = await invoke('list-connections', {
      q: 'payments',
      limit: '5',
      count: true,
    });
    expect(listed.status).toBe(200);
    expect(listed.body.output).toMatchObject({
      items: [{ id: created.id, name: 'payments-prod', status: 'unknown' }],
      totalItems: 1,
    });
    const got = await invoke('get-connection', { name: 'payments-prod' });
    expect(got.body.output.clients.length).toBeGreaterThan(1);
    const checked = await invoke('check-connection', { id: created.id });
    expect(checked.body.output).toMatchObject({ status: 'pass' });
    const stored = await portal.guest.get(
      `/connections/${created.id}/checks/${checked.body.output.reportId}`,
    );
    expect(stored.body.trigger).toBe('manual');
    const written = await invoke('write-config', {
      name: 'payments-prod',
      format: 'helm',
    });
    expect(written.body.output.files[0].content).toContain(issuers.url('a'));
    const explained = await invoke('explain-finding', {
      code: 'client.secret',
    });
    expect(explained.body.output.explanation).toBeTruthy();
    // Tools get no personal value, whoever runs them.
    for (const { body } of [listed, got, checked])
      expect(JSON.stringify(body)).not.toContain(claim);
  });

  it('refuse bad input with its problems', async () => {
    for (const [name, input, message] of [
      ['list-connections', { limit: 900 }, /limit: at most 200/],
      ['list-connections', { sort: 'x' }, /sort: expected one of/],
      ['get-connection', {}, /^input: give either id or name$/],
      ['get-connection', { id: 'a', name: 'b' }, /give either id or name/],
      ['write-config', { name: 'a', format: 'pdf' }, /format: expected one of/],
    ] as const) {
      const { status, body } = await invoke(name, input);
      expect([name, status]).toEqual([name, 400]);
      expect(body.error.message).toMatch(message);
    }
    expect((await invoke('get-connection', { id: 'nope' })).status).toBe(404);
    expect((await invoke('explain-finding', { code: 'x' })).status).toBe(404);
  });
});
