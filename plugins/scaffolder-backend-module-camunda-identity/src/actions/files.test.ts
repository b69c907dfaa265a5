import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestApi } from '../__testUtils__/testApi';
import { createConfigCompareAction } from './compareConfig';
import { createFilesShowAction } from './showFiles';
import { createProviderSetupAction } from './setupProvider';
import { createConfigUpgradeAction } from './upgradeConfig';

let api: TestApi;
beforeEach(async () => {
  api = new TestApi();
  await api.start();
});
afterEach(() => api.stop());

async function context(input: object, content = 'a: 1\n') {
  const made = createMockActionContext({ input });
  await mkdir(made.workspacePath, { recursive: true });
  await writeFile(join(made.workspacePath, 'values.yaml'), content);
  return made;
}

describe('camunda-identity:config:compare', () => {
  const compare = async (input: object) => {
    api.answers['GET /v1/connections/1'] = { body: { id: '1', name: 'p' } };
    const made = await context({
      connectionId: '1',
      path: 'values.yaml',
      format: 'helm',
      ...input,
    });
    await createConfigCompareAction(api.options).handler(made as never);
    return made;
  };

  it('says what differs, and stops only where it is told to', async () => {
    api.answers['POST /v1/connections/1/config-comparisons'] = {
      body: {
        differences: [
          { key: 'global.identity', line: 1, expected: 'b', actual: 'a' },
        ],
        findings: [],
      },
    };
    const made = await compare({});
    expect(api.calls.at(-1)?.body).toEqual({
      format: 'helm',
      content: 'a: 1\n',
    });
    expect(made.output).toHaveBeenCalledWith('same', false);
    await expect(compare({ failOnDifference: true })).rejects.toThrow(
      'values.yaml differs from the connection "p" in global.identity',
    );
  });

  it('reads nothing outside of the workspace', async () => {
    await expect(compare({ path: '../../etc/passwd' })).rejects.toThrow();
    await expect(compare({ path: 'none.yaml' })).rejects.toThrow(
      'there is no file none.yaml',
    );
    expect(api.calls).toEqual([]);
  });
});

describe('camunda-identity:config:upgrade', () => {
  it('rewrites the file, and not in a dry run', async () => {
    api.answers['POST /v1/config-upgrades'] = {
      body: {
        content: 'b: 1\n',
        changes: [{ key: 'a', line: 1, kind: 'renamed', replacement: 'b' }],
      },
    };
    const input = { path: 'values.yaml', from: '8.7', to: '8.9' };
    const action = createConfigUpgradeAction(api.options);
    const dry = await context(input);
    dry.isDryRun = true;
    await action.handler(dry as never);
    const read = (made: typeof dry) =>
      readFile(join(made.workspacePath, 'values.yaml'), 'utf8');
    expect(await read(dry)).toBe('a: 1\n');
    const real = await context(input);
    await action.handler(real as never);
    expect(await read(real)).toBe('b: 1\n');
    expect(real.output).toHaveBeenCalledWith('changes', [
      { key: 'a', line: 1, kind: 'renamed', replacement: 'b' },
    ]);
  });

  it('takes no file that is too long', async () => {
    const made = await context(
      { path: 'values.yaml', from: '8.7', to: '8.9' },
      'x'.repeat(201 * 1024),
    );
    await expect(
      createConfigUpgradeAction(api.options).handler(made as never),
    ).rejects.toThrow('at most 204800');
  });
});

describe('camunda-identity:provider:setup', () => {
  it('writes the files and the work order, and nothing in a dry run', async () => {
    api.answers['GET /v1/connections/1'] = {
      body: {
        id: '1',
        name: 'p',
        camundaVersion: '8.7',
        provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
        providerSummary: { issuer: 'https://idp.example.com' },
        components: {
          identity: { url: 'https://identity.example.com', clientId: 'i' },
        },
      },
    };
    api.answers['GET /v1/connections/1/provider-setup'] = {
      body: {
        product: 'keycloak',
        title: 'Keycloak',
        steps: [],
        files: [
          { path: 'keycloak/main.tf', mediaType: 'text/plain', content: '#\n' },
        ],
        findings: [],
      },
    };
    const action = createProviderSetupAction(api.options);
    const run = async (isDryRun: boolean) => {
      const made = await context({
        connectionId: '1',
        product: 'keycloak',
        workOrder: 'markdown',
        path: 'idp',
      });
      made.isDryRun = isDryRun;
      await action.handler(made as never);
      return (path: string) =>
        readFile(join(made.workspacePath, path), 'utf8').catch(() => undefined);
    };
    const written = await run(false);
    expect(await written('idp/keycloak/main.tf')).toBe('#\n');
    expect(await written('idp/work-order.md')).toContain('| identity |');
    expect(api.calls.at(-1)?.url).toContain('product=keycloak');
    expect(await (await run(true))('idp/keycloak/main.tf')).toBeUndefined();
  });
});

describe('camunda-identity:files:show', () => {
  const show = async (paths: string[], files = 2) => {
    const made = await context({ paths });
    await mkdir(join(made.workspacePath, 'out', 'deep'), { recursive: true });
    await writeFile(join(made.workspacePath, 'out', 'deep', 'b.env'), 'B=1\n');
    for (let number = 1; number < files; number += 1)
      await writeFile(
        join(made.workspacePath, 'out', `a${number}.yaml`),
        'a: 1\n',
      );
    await createFilesShowAction().handler(made as never);
    return (made.output as jest.Mock).mock.calls.find(
      ([name]) => name === 'files',
    )![1];
  };

  it('shows files, and all those of folders, each once', async () => {
    expect(await show(['values.yaml', 'out', 'out/a1.yaml'])).toEqual([
      { path: 'values.yaml', content: 'a: 1\n' },
      { path: 'out/a1.yaml', content: 'a: 1\n' },
      { path: 'out/deep/b.env', content: 'B=1\n' },
    ]);
  });

  it('leaves the workspace for nobody, and says what is not there or too much', async () => {
    await expect(show(['../..'])).rejects.toThrow(/not allowed|outside/i);
    await expect(show(['missing.yaml'])).rejects.toThrow(
      'there is no file missing.yaml',
    );
    await expect(show(['out'], 60)).rejects.toThrow('60 files');
  });
});
