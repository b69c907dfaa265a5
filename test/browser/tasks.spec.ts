import { expect, test } from '@playwright/test';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPortal, type Portal } from '../../scripts/portal';
import { anyFreePort, namedPorts } from '../../scripts/ports';
import { ROOT } from '../../scripts/processes';
import { guestClient, seed } from '../../scripts/seed';
import { startGitHost, type GitHost } from '../git-host/server';
import { hasGit } from '../git-host/smartHttp';
import { Scaffolder } from './scaffolder';

/*
 * Templates as tasks of the real scaffolder, without a page: what they publish is cloned again, and what happens
 * when things go wrong.
 */
test.describe.configure({ mode: 'serial' });

const PORTS = namedPorts();
const ISSUER = `http://localhost:${PORTS.provider}`;
const CONFIG = '.data/tasks-app-config.yaml';

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
  // JSON is YAML.
  writeFileSync(
    join(ROOT, CONFIG),
    JSON.stringify({
      integrations: gitHost?.integrations ?? {},
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
  const templates = await scaffolder.templates();
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
