import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPortal, type Portal } from '../../scripts/portal';
import { anyFreePort, namedPorts } from '../../scripts/ports';
import { ROOT } from '../../scripts/processes';
import { guestClient, seed } from '../../scripts/seed';
import { LOCAL_INITIAL_ACCESS_TOKEN } from 'camunda-identity-test-provider';
import { startGitHost, type GitHost } from '../git-host/server';
import { hasGit } from '../git-host/smartHttp';
import { actionExamples, exampleTemplates } from './actionExamples';
import { Scaffolder } from './scaffolder';

/*
 * Templates as tasks of the real scaffolder, without a page: what they publish is cloned again, and what happens
 * when things go wrong.
 */
test.describe.configure({ mode: 'serial' });

const PORTS = namedPorts();
const ISSUER = `http://localhost:${PORTS.provider}`;
const CONFIG = '.data/tasks-app-config.yaml';
const EXAMPLES = join(ROOT, '.data/action-examples.yaml');

let portal: Portal;
let gitHost: GitHost | undefined;
let scaffolder: Scaffolder;

const startBackstage = (fresh: boolean) =>
  startPortal({
    config: ['app-config.yaml', 'test/browser/app-config.browser.yaml', CONFIG],
    ports: PORTS,
    database: '.data/test-database',
    fresh,
    name: 'tasks',
  });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  if (hasGit()) gitHost = await startGitHost(await anyFreePort());
  mkdirSync(join(ROOT, '.data'), { recursive: true });
  writeFileSync(EXAMPLES, exampleTemplates());
  // JSON is YAML.
  writeFileSync(
    join(ROOT, CONFIG),
    JSON.stringify({
      // Those that templates publish to: hosts are offered which a portal has.
      integrations: {
        ...gitHost?.integrations,
        github: [{ host: 'github.com' }],
        gitlab: [{ host: 'gitlab.com' }],
        azure: [{ host: 'dev.azure.com' }],
      },
      catalog: {
        locations: [
          {
            type: 'file',
            target: join(ROOT, 'test/catalog/all.yaml'),
          },
          { type: 'file', target: EXAMPLES },
        ],
      },
      scaffolder: {
        taskRecovery: { enabled: true, staleTimeout: { seconds: 5 } },
      },
    }),
  );
  portal = await startBackstage(true);
  await seed(portal.backendUrl, ISSUER);
  scaffolder = new Scaffolder(portal.backendUrl);
});

test.afterAll(async () => {
  await portal?.stop();
  await gitHost?.stop();
});

/** Values of the connect template. */
function connect(change: object = {}) {
  return {
    entityRef: 'system:default/refunds-camunda',
    name: 'refunds-prod',
    title: 'Refunds',
    camundaVersion: '8.7',
    format: 'helm',
    provider: { type: 'GENERIC', issuer: ISSUER },
    components: {
      identity: {
        url: 'https://identity.refunds.example.com',
        clientId: 'camunda-identity',
        audience: 'identity-api',
      },
    },
    initialClaim: { name: 'oid', value: 'a-person' },
    publish: 'show',
    ...change,
  };
}

async function written(name: string, format: 'helm' | 'kubernetes-secret') {
  const { client } = await guestClient(portal.backendUrl);
  const { id } = await client.getConnectionByName(name);
  return (await client.getConfig(id, { format })).files;
}

test('every step of every template is one that its action takes', async () => {
  const actions = await scaffolder.actions();
  const templates = (await scaffolder.templates()).filter(
    ({ spec }) => spec.type !== 'example',
  );
  expect(templates).toHaveLength(6);
  const wrong = templates.flatMap(({ metadata, spec }) =>
    spec.steps.flatMap(({ id, action, input = {} }: any) => {
      const schema = actions.get(action)?.schema?.input;
      // Bitbucket Cloud’s module is not part of this portal.
      if (!schema && action.startsWith('publish:bitbucketCloud')) return [];
      if (!schema) return [`${metadata.name}.${id}: no action ${action}`];
      // Some take one of several shapes.
      const shapes: any[] = schema.anyOf ?? [schema];
      const known = shapes.flatMap(shape => Object.keys(shape.properties));
      return [
        ...Object.keys(input)
          .filter(key => !known.includes(key))
          .map(key => `${metadata.name}.${id}: ${action} has no ${key}`),
        ...(shapes.length > 1 ? [] : schema.required ?? [])
          .filter((key: string) => !(key in input))
          .map((key: string) => `${metadata.name}.${id}: ${key} is missing`),
      ];
    }),
  );
  expect(wrong).toEqual([]);
});

test.describe('every example of every action runs alone, as it is printed', () => {
  test('none is left out', async () => {
    const printed = [...(await scaffolder.actions()).values()]
      // Those of the actions registry, camunda-identity:<name>, have none.
      .filter(({ id }) => /^camunda-identity:.*:/.test(id))
      .flatMap(({ id, examples = [] }) => {
        expect([id, examples.length > 0]).toEqual([id, true]);
        return examples.map(({ example }: any) => example);
      });
    expect(printed.sort()).toEqual(
      actionExamples()
        .map(({ example }) => example)
        .sort(),
    );
  });

  test('and does what it says', async () => {
    const names = actionExamples().map(({ name }) => name);
    await expect(async () =>
      expect(
        (await scaffolder.templates()).map(({ metadata }) => metadata.name),
      ).toEqual(expect.arrayContaining(names)),
    ).toPass();
    const failed: string[] = [];
    for (const name of names) {
      const secrets = {
        initialAccessToken: LOCAL_INITIAL_ACCESS_TOKEN,
        clientSecret: 'a-new-secret-of-the-payments-team',
      };
      const { status, log } = await scaffolder.run(name, {}, secrets);
      if (status !== 'completed') failed.push(`${name}: ${log}`);
    }
    expect(failed).toEqual([]);
  });
});

test('the files reach a new repository as the writers have written them', async () => {
  test.skip(!gitHost, 'this machine has no git');
  const task = await scaffolder.run('connect-oidc-provider', {
    ...connect(),
    publish: 'gitea',
    repoUrl: `${gitHost!.gitea}?owner=platform&repo=refunds`,
  });
  expect(task.log).toContain('Registered the connection "refunds-prod"');
  expect(task.status).toBe('completed');
  const folder = join(gitHost!.clone('platform/refunds'), 'camunda-identity');
  const files = [
    ...(await written('refunds-prod', 'helm')),
    ...(await written('refunds-prod', 'kubernetes-secret')),
  ];
  expect(files.length).toBeGreaterThan(1);
  for (const { path, content } of files)
    expect(readFileSync(join(folder, path), 'utf8')).toBe(content);
  expect(readdirSync(folder).sort()).toEqual(
    [...files.map(({ path }) => path), 'README.md', 'catalog-info.yaml'].sort(),
  );
  // All of it is in the task, too, for whoever publishes nothing.
  const shown = JSON.stringify(task.output);
  for (const { content } of files)
    expect(shown).toContain(JSON.stringify(content).slice(1, -1));
  for (const name of ['README.md', 'catalog-info.yaml'])
    expect(shown).toContain(
      JSON.stringify(readFileSync(join(folder, name), 'utf8')).slice(1, -1),
    );
});

test('Upgrade Camunda’s identity configuration: compared, rewritten, proposed', async () => {
  test.skip(!gitHost, 'this machine has no git');
  const [{ content }] = await written('refunds-prod', 'helm');
  const before = content.replace('identity-api', 'another-audience');
  expect(before).not.toBe(content);
  gitHost!.create('PAY/gitops', { 'values.yaml': before });
  const values = {
    connection: 'refunds-prod',
    from: '8.7',
    to: '8.8',
    valuesUrl: `http://${
      gitHost!.bitbucket
    }/projects/PAY/repos/gitops/browse/values.yaml`,
    path: 'values.yaml',
  };
  const shown = await scaffolder.run('upgrade-camunda-identity-configuration', {
    ...values,
    publish: 'show',
  });
  expect([shown.status, shown.log]).toEqual(['completed', expect.anything()]);
  const texts = Object.fromEntries(
    shown.output.text.map(({ title, content: text }: any) => [title, text]),
  );
  expect(texts['What differed from the connection']).toContain(
    'another-audience',
  );
  expect(texts['What changes']).toMatch(/line \d+: `/);
  expect(texts['What is to be decided'].trim()).not.toBe('');
  expect(gitHost!.pullRequests).toEqual([]);

  const proposed = await scaffolder.run(
    'upgrade-camunda-identity-configuration',
    {
      ...values,
      publish: 'bitbucket-server-pull-request',
      repoUrl: `${gitHost!.bitbucket}?project=PAY&repo=gitops`,
    },
  );
  expect([proposed.status, proposed.log]).toEqual([
    'completed',
    expect.anything(),
  ]);
  expect(gitHost!.pullRequests).toEqual([
    expect.objectContaining({
      title: 'Identity configuration for Camunda 8.8',
      toRef: expect.objectContaining({ displayId: 'main' }),
      fromRef: expect.objectContaining({ displayId: 'camunda-8.8-identity' }),
    }),
  ]);
  const branch = gitHost!.clone('PAY/gitops', 'camunda-8.8-identity');
  const rewritten = readFileSync(join(branch, 'values.yaml'), 'utf8');
  const { client } = await guestClient(portal.backendUrl);
  expect(rewritten).toBe(
    (await client.upgradeValues({ from: '8.7', to: '8.8', content: before }))
      .content,
  );
  expect(rewritten).not.toBe(before);
});

test.describe('when it goes wrong', () => {
  const exists = async (name: string) =>
    (await guestClient(portal.backendUrl)).client
      .getConnectionByName(name)
      .then(
        () => true,
        () => false,
      );
  /** Runs the connect template, and says how it ended. */
  const run = (change: object) =>
    scaffolder.run('connect-oidc-provider', connect(change));

  test('the provider is down: nothing is registered, and a second run is', async () => {
    await portal.provider.stop();
    const change = { name: 'down', title: 'Down' };
    const first = await run(change);
    expect(first.status).toBe('failed');
    expect(first.log).toMatch(
      /The provider cannot be used as it is:[^]*the connection was refused/,
    );
    expect(await exists('down')).toBe(false);
    await portal.startProvider();
    expect((await run(change)).status).toBe('completed');
  });

  test('a wrong secret is told, and never its value', async () => {
    const secret = 'surely-not-the-secret';
    const rotated = await scaffolder.run(
      'rotate-camunda-client-secret',
      {
        connection: 'payments-prod',
        client: 'identity',
        promote: true,
        // What the form sends in its place.
        secret: '******',
      },
      { secret },
    );
    expect(rotated.log).toMatch(/FAIL Client secret[^\n]*identity/);
    expect(JSON.stringify(rotated)).not.toContain(secret);
  });

  test('the name was taken meanwhile: nothing is overwritten', async () => {
    const taken = await run({ name: 'payments-prod' });
    expect(taken.status).toBe('failed');
    expect(taken.log).toMatch(/ConflictError: name: [^\n]*choose another/);
    const { client } = await guestClient(portal.backendUrl);
    expect((await client.getConnectionByName('payments-prod')).entityRef).toBe(
      'system:default/payments-camunda',
    );
  });

  test('no permission: told in the API’s words', async () => {
    const refused = await run({
      name: 'not-mine',
      entityRef: 'system:default/orders-camunda',
    });
    expect(refused.status).toBe('failed');
    expect(refused.log).toMatch(/NotAllowedError: [^\n]*own/);
    expect(await exists('not-mine')).toBe(false);
  });

  test('a task that is cancelled midway has registered nothing', async () => {
    // A provider that takes the connection and says nothing.
    const silent = createServer(() => {});
    await new Promise<void>(done => silent.listen(0, '127.0.0.1', done));
    const { port } = silent.address() as AddressInfo;
    let asked: () => void;
    const wasAsked = new Promise<void>(done => {
      asked = done;
    });
    silent.on('request', () => asked());
    const id = await scaffolder.start(
      'connect-oidc-provider',
      connect({
        name: 'cancelled',
        provider: { type: 'GENERIC', issuer: `http://localhost:${port}` },
      }),
    );
    await wasAsked;
    await scaffolder.cancel(id);
    const ended = await scaffolder.ended(id);
    // Backstage calls a step that gives up at once a failure.
    expect(['cancelled', 'failed']).toContain(ended.status);
    expect(ended.log).toMatch(/cancel|abort/i);
    expect(ended.log).not.toContain('Beginning step Register the connection');
    silent.closeAllConnections();
    silent.close();
    expect(await exists('cancelled')).toBe(false);
    expect((await run({ name: 'cancelled' })).status).toBe('completed');
  });

  test('the Git host refuses: the host’s words, and a second run publishes', async () => {
    test.skip(!gitHost, 'this machine has no git');
    const change = {
      name: 'refused',
      publish: 'gitea',
      repoUrl: `${gitHost!.gitea}?owner=platform&repo=refused`,
    };
    gitHost!.state.refuses = true;
    const first = await run(change);
    gitHost!.state.refuses = false;
    expect(first.status).toBe('failed');
    expect(first.log).toContain('Organization platform do not exist');
    expect(await exists('refused')).toBe(true);
    expect((await run(change)).status).toBe('completed');
    expect(readdirSync(gitHost!.clone('platform/refused'))).toContain(
      'camunda-identity',
    );
  });

  test('the backend is killed: the task goes on where it was, and nothing is there twice', async () => {
    test.skip(!gitHost, 'this machine has no git');
    test.setTimeout(240_000);
    let open: () => void = () => {};
    gitHost!.state.gate = new Promise<void>(done => {
      open = done;
    });
    const { requests } = gitHost!.state;
    const id = await scaffolder.start(
      'connect-oidc-provider',
      connect({
        name: 'recovered',
        publish: 'gitea',
        repoUrl: `${gitHost!.gitea}?owner=platform&repo=recovered`,
      }),
    );
    await expect.poll(() => gitHost!.state.requests).toBeGreaterThan(requests);
    process.kill(-portal.backstage.child.pid!, 'SIGKILL');
    await portal.stop();
    gitHost!.state.gate = undefined;
    open();
    portal = await startBackstage(false);
    const task = await scaffolder.ended(id);
    expect([task.status, task.log]).toEqual(['completed', expect.anything()]);
    expect(task.log.split('Registered the connection')).toHaveLength(2);
    const { client } = await guestClient(portal.backendUrl);
    const { items } = await client.listConnections({ q: 'recovered' });
    expect(items).toHaveLength(1);
    expect(readdirSync(gitHost!.clone('platform/recovered'))).toContain(
      'camunda-identity',
    );
  });
});
