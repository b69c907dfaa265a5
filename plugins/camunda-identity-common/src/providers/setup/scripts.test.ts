import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../resolve';
import { StandIns } from './__testUtils__/standIns';
import type { SetupRecord } from './applications';
import { readWorkOrderAnswer } from './workOrderAnswer';
import { writeProviderSetup } from './writeProviderSetup';

const TENANT = '9a95fd9e-005d-487a-9a01-d08c1eab2757';

function script(record: SetupRecord, name: string): string {
  const { files } = writeProviderSetup(record, DEFAULT_PROVIDER_CONTEXT);
  return files.find(({ path }) => path.endsWith(name))!.content;
}

/** A record whose applications do not exist yet. */
function unknownIds(): SetupRecord {
  const record: any = structuredClone(inVersion(microsoftRecord(), '8.9'));
  for (const component of Object.values<any>(record.components))
    for (const part of [component, component.ui, component.api])
      if (part?.clientId) part.clientId = '<CLIENT_ID>';
  return record;
}

describe('the script for Microsoft Entra ID', () => {
  const run = (standIns: StandIns, env = {}) =>
    standIns.run(script(unknownIds(), 'create-applications.sh'), {
      STAND_IN_TENANT: TENANT,
      ...env,
    });

  it('creates every registration with secret and consent, and prints the values for the record', () => {
    const standIns = new StandIns();
    const { status, stdout, stderr } = run(standIns);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { apps, principals, grants } = standIns.directory;
    const { applications } = writeProviderSetup(
      unknownIds(),
      DEFAULT_PROVIDER_CONTEXT,
    );
    expect(apps.map((app: any) => app.uniqueName)).toEqual(
      applications.map(({ uniqueName }) => uniqueName),
    );
    expect(Object.keys(principals)).toHaveLength(apps.length + 1);
    for (const app of apps) expect(app.api.requestedAccessTokenVersion).toBe(2);
    const cluster = apps.find((app: any) =>
      app.uniqueName.endsWith('orchestration'),
    );
    expect(cluster.identifierUris).toEqual([`api://${cluster.appId}`]);
    expect(grants.length).toBe(
      applications.filter(({ kind }) => kind !== 'machine').length,
    );
    const answers = readWorkOrderAnswer(
      stdout,
      applications.map(({ client }) => client),
    );
    expect(answers.map(({ client }) => client)).toEqual(
      applications.map(({ client }) => client),
    );
    expect(answers[0]).toMatchObject({
      clientId: apps[0].appId,
      expiresAt: '2028-11-26T00:00:00.000Z',
    });
  });

  it('puts secrets into Kubernetes and prints them nowhere', () => {
    const standIns = new StandIns();
    const { stdout, stderr } = run(standIns);
    expect(standIns.secrets['camunda-oidc'].identity).toBe(
      'se~cret\\of $object-1',
    );
    expect(stdout + stderr + standIns.calls).not.toContain('se~cret');
    expect(standIns.calls).not.toContain(
      Buffer.from('se~cret').toString('base64').slice(0, 8),
    );
  });

  it('changes nothing that is right in a second run', () => {
    const standIns = new StandIns();
    run(standIns);
    const { directory, secrets } = standIns;
    const again = run(standIns);
    expect(again.status).toBe(0);
    expect(standIns.directory).toEqual(directory);
    expect(standIns.secrets).toEqual(secrets);
  });

  it('adopts an application that was created manually', () => {
    const standIns = new StandIns();
    const record = microsoftRecord();
    const { clientId } = record.components.identity;
    standIns.changeDirectory(state => {
      state.apps = [{ id: 'by-hand', appId: clientId }];
    });
    const { stderr } = standIns.run(script(record, 'create-applications.sh'), {
      STAND_IN_TENANT: TENANT,
    });
    // The next one does not exist, and is not created a second time under another id.
    expect(stderr).toMatch(/there is no application/);
    expect(standIns.directory.apps).toHaveLength(1);
    expect(standIns.directory.apps[0]).toMatchObject({
      id: 'by-hand',
      uniqueName: 'camunda-payments-prod-identity',
      displayName: 'Camunda Management Identity (payments-prod)',
    });
  });

  it('removes a new secret that Kubernetes does not accept', () => {
    const standIns = new StandIns();
    const { status, stderr } = run(standIns, { STAND_IN_KUBECTL_FAILS: '1' });
    expect(status).toBe(1);
    expect(stderr).toContain('the new client secret was removed again');
    expect(standIns.directory.apps[0].passwords).toEqual([]);
  });

  it('stops in another directory, and does not repeat requests that a policy refuses', () => {
    const standIns = new StandIns();
    expect(run(standIns, { STAND_IN_TENANT: 'other' }).stderr).toContain(
      'signed in to the directory other',
    );
    const { status, stderr } = run(standIns, { STAND_IN_NO_SECRETS: '1' });
    expect(status).toBe(1);
    expect(stderr).toContain('credential lifetime policy');
    expect(standIns.calls.match(/addPassword/g)).toHaveLength(1);
  });

  it('continues without consent and says who can grant it', () => {
    const standIns = new StandIns();
    const { status, stderr } = run(standIns, { STAND_IN_NO_CONSENT: '1' });
    expect(status).toBe(0);
    expect(stderr).toContain(`/${TENANT}/adminconsent?client_id=`);
  });

  it('explains a name that a deleted application still holds', () => {
    const standIns = new StandIns();
    standIns.changeDirectory(state => {
      state.deleted = ['camunda-payments-prod-identity'];
    });
    const { status, stderr } = run(standIns);
    expect(status).toBe(1);
    expect(stderr).toContain('Deleted applications');
  });
});

describe('the script for Keycloak', () => {
  const record = inVersion(genericRecord(), '8.9');
  const run = (standIns: StandIns) =>
    standIns.run(script(record, 'create-clients.sh'));

  it('creates clients with their audiences and secrets', () => {
    const standIns = new StandIns();
    const { status, stdout, stderr } = run(standIns);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { clients } = standIns.directory;
    const optimize = clients.find(
      (entry: any) => entry.clientId === 'optimize',
    );
    expect(optimize.mappers).toMatchObject([
      {
        protocolMapper: 'oidc-audience-mapper',
        config: {
          'included.custom.audience': 'optimize-api',
          'access.token.claim': 'true',
          'id.token.claim': 'false',
        },
      },
    ]);
    const ui = clients.find((entry: any) => entry.clientId === 'modeler-ui');
    expect(ui.publicClient).toBe(true);
    expect(
      ui.mappers.map((entry: any) => entry.config['included.custom.audience']),
    ).toEqual(['modeler-ui-api', 'orchestration-api']);
    expect(standIns.secrets['camunda-oidc'].optimize).toMatch(/^kc-/);
    expect(stdout + stderr + standIns.calls).not.toMatch(/kc-\d/);
  });

  it('keeps secrets and foreign mappers in a second run', () => {
    const standIns = new StandIns();
    run(standIns);
    standIns.changeDirectory(state => {
      state.clients[0].mappers.push({ id: 'own', name: 'ours', config: {} });
    });
    const before = standIns.directory.clients;
    expect(run(standIns).status).toBe(0);
    const after = standIns.directory.clients;
    expect(after).toHaveLength(before.length);
    expect(after.map((entry: any) => entry.secret)).toEqual(
      before.map((entry: any) => entry.secret),
    );
    expect(after[0].mappers.map((entry: any) => entry.name).sort()).toEqual(
      before[0].mappers.map((entry: any) => entry.name).sort(),
    );
  });
});

it('quotes hostile values', () => {
  const record: any = genericRecord();
  record.components.optimize.audience = `a'b"$(touch pwned)\`touch pwned\`\${HOME}\\%{x}`;
  record.components.optimize.clientId = `o'; touch pwned; #`;
  record.components.identity.url = `https://identity.example.com/$(touch%20pwned)'`;
  const standIns = new StandIns();
  const { status } = standIns.run(script(record, 'create-clients.sh'));
  expect(status).toBe(0);
  const client = standIns.directory.clients.find(
    (entry: any) => entry.clientId === record.components.optimize.clientId,
  );
  expect(client.mappers[0].config['included.custom.audience']).toBe(
    record.components.optimize.audience,
  );
  expect(standIns.run('ls').stdout).not.toContain('pwned');
});
