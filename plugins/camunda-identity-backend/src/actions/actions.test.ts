import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import type { z } from 'zod';
import { testDatabases } from '../__testUtils__/databases';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { checkConnectionInput } from './checkConnection';
import { checkProviderInput } from './checkProvider';
import { compareConfigInput } from './compareConfig';
import { createConnectionInput } from './createConnection';
import { explainFindingInput } from './explainFinding';
import { getConnectionInput } from './getConnection';
import { getReportInput } from './getReport';
import { listConnectionsInput } from './listConnections';
import { listFindingsInput } from './listFindings';
import { providerSetupInput } from './providerSetup';
import { registerActions } from './registerActions';
import { updateConnectionInput } from './updateConnection';
import { upgradeValuesInput } from './upgradeValues';
import { writeConfigInput } from './writeConfig';

jest.setTimeout(60_000);

/** The schema that each handler parses with. */
const OURS: Record<string, z.ZodObject> = {
  'list-connections': listConnectionsInput,
  'get-connection': getConnectionInput,
  'check-connection': checkConnectionInput,
  'write-config': writeConfigInput,
  'explain-finding': explainFindingInput,
  'list-findings': listFindingsInput,
  'get-report': getReportInput,
  'check-provider': checkProviderInput,
  'compare-config': compareConfigInput,
  'upgrade-values': upgradeValuesInput,
  'provider-setup': providerSetupInput,
  'create-connection': createConnectionInput,
  'update-connection': updateConnectionInput,
};

describe('declared inputs', () => {
  it('have the same fields as the validating schemas', async () => {
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
        // Tools must not pass secrets of a draft.
        Object.keys(ours)
          .filter(key => key !== 'secrets')
          .sort(),
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

  it('declare their effects', async () => {
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
      'camunda-identity:list-findings': reads,
      'camunda-identity:get-report': reads,
      'camunda-identity:check-provider': reads,
      'camunda-identity:compare-config': reads,
      'camunda-identity:upgrade-values': reads,
      'camunda-identity:provider-setup': reads,
      'camunda-identity:create-connection': {
        readOnly: false,
        destructive: false,
        idempotent: false,
      },
      'camunda-identity:update-connection': {
        readOnly: false,
        destructive: true,
        idempotent: true,
      },
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

  it('act on behalf of the caller', async () => {
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
    expect(JSON.stringify(written.body)).not.toContain(claim);
    expect(JSON.stringify(written.body.output.findings)).toContain(
      'initial claim is left out',
    );
    const asked = await invoke('write-config', {
      name: 'payments-prod',
      format: 'helm',
      includeInitialClaimValue: true,
    });
    expect(JSON.stringify(asked.body)).toContain(claim);
    const report = await invoke('get-report', { name: 'payments-prod' });
    expect(report.body.output.reportId).toBe(checked.body.output.reportId);
    expect(report.body.output.findings.length).toBeGreaterThan(
      checked.body.output.findings.length,
    );
    const compared = await invoke('compare-config', {
      name: 'payments-prod',
      format: 'helm',
      content: written.body.output.files[0].content,
    });
    expect(compared.status).toBe(200);
    const another = await invoke('compare-config', {
      name: 'payments-prod',
      format: 'helm',
      content: 'global:\n  identity:\n    auth:\n      type: KEYCLOAK\n',
    });
    expect(another.body.output.differences.length).toBeGreaterThan(0);
    const upgraded = await invoke('upgrade-values', {
      from: '8.7',
      to: '8.8',
      content: written.body.output.files[0].content,
    });
    expect(upgraded.body.output.changes.length).toBeGreaterThan(0);
    const draft = await invoke('check-provider', {
      provider: { type: 'GENERIC', issuer: issuers.url('a') },
      camundaVersion: 8.7,
      components: null,
    });
    expect(draft.body.output.status).toBe('pass');
    const explained = await invoke('explain-finding', {
      code: 'client.secret',
    });
    expect(explained.body.output.explanation).toBeTruthy();
    // Tools get no personal value, whoever calls them.
    for (const { body } of [listed, got, checked])
      expect(JSON.stringify(body)).not.toContain(claim);
  });

  it('register and change connections with the caller’s permissions', async () => {
    const input = newRecord({
      name: 'by-a-tool',
      camundaVersion: 8.7,
      title: null,
      provider: { type: 'GENERIC', issuer: issuers.url('tool') },
    });
    expect((await invoke('create-connection', input, 'oskar')).status).toBe(
      403,
    );
    const created = await invoke('create-connection', input);
    expect(created.body.output).toMatchObject({
      name: 'by-a-tool',
      owner: 'group:default/team-payments',
    });
    expect((await invoke('create-connection', input)).status).toBe(409);
    const { etag } = (await invoke('get-connection', { name: 'by-a-tool' }))
      .body.output;
    const change = (patch: object, more: object = {}, user = 'guest') =>
      invoke('update-connection', { name: 'by-a-tool', patch, ...more }, user);
    const changed = await change({ title: 'By a tool' }, { etag });
    expect(changed.body.output.title).toBe('By a tool');
    const late = await change({ title: 'Late' }, { etag });
    expect([late.status, late.body.error.message]).toEqual([
      409,
      expect.stringContaining('has changed since you read it'),
    ]);
    expect((await change({ title: 'X' }, {}, 'oskar')).status).toBe(403);
    const wrong = await change({ colour: 'red' });
    expect([wrong.status, wrong.body.error.message]).toEqual([
      400,
      expect.stringContaining('colour'),
    ]);
    expect((await change({})).status).toBe(400);
  });

  it('report what the provider needs and what can no longer change', async () => {
    await invoke(
      'create-connection',
      newRecord({
        name: 'set-up-by-a-tool',
        provider: { type: 'GENERIC', issuer: issuers.url('tool') },
      }),
    );
    const ask = async (more: object = {}) =>
      (await invoke('provider-setup', { name: 'set-up-by-a-tool', ...more }))
        .body.output;
    const identity = '<client ID>';
    await invoke('update-connection', {
      name: 'set-up-by-a-tool',
      patch: { components: { identity: { clientId: identity } } },
    });
    const steps = await ask();
    expect(steps.steps.length).toBeGreaterThan(2);
    expect([steps.files, steps.awaited]).toEqual([[], ['identity']]);
    const whats = (output: any) => output.fixed.map(({ what }: any) => what);
    expect(whats(steps)).toEqual(['client ID of zeebe']);
    const { id } = (
      await invoke('get-connection', { name: 'set-up-by-a-tool' })
    ).body.output;
    await portal.guest.post(`/connections/${id}/initial-claim/set`);
    const files = await ask({ product: 'keycloak', form: 'files' });
    expect(files.files.map(({ path }: any) => path)).toContain(
      'keycloak/create-clients.sh',
    );
    expect(whats(files)).toEqual(['initialClaim', 'client ID of zeebe']);
    const entra = await invoke('provider-setup', {
      name: 'set-up-by-a-tool',
      product: 'entra',
    });
    expect(entra.status).toBe(400);
  });

  it('refuse bad input and name every problem', async () => {
    for (const [name, input, message] of [
      ['list-connections', { limit: 900 }, /limit: at most 200/],
      ['list-connections', { sort: 'x' }, /sort: expected one of/],
      ['list-connections', { health: 'fail' }, /health: unknown key/],
      ['list-connections', { status: 'broken' }, /status: expected one of/],
      ['get-connection', { id: 'x'.repeat(5000) }, /longer than any id/],
      [
        'check-provider',
        { provider: { type: 'GENERIC', issuer: 'x' }, secrets: { a: 'b' } },
        /secrets: are not taken here/,
      ],
      ['provider-setup', { name: 'a', format: 'x' }, /format: unknown key/],
      ['update-connection', { name: 'a', patch: {} }, /nothing to change/],
      ['get-connection', {}, /^input: give either id or name$/],
      ['get-connection', { id: 'a', name: 'b' }, /give either id or name/],
      ['write-config', { name: 'a', format: 'pdf' }, /format: expected one of/],
    ] as const) {
      const { status, body } = await invoke(name, input);
      expect([name, status]).toEqual([name, 400]);
      expect(body.error.message).toMatch(message);
      expect(body.error.message.length).toBeLessThan(1000);
    }
    // Arguments without content count as absent.
    const all = await invoke('list-connections', { status: null, q: '' });
    expect(all.status).toBe(200);
    expect((await invoke('get-connection', { id: 'nope' })).status).toBe(404);
    expect((await invoke('explain-finding', { code: 'x' })).status).toBe(404);
  });
});
