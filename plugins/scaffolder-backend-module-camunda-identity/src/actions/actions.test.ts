import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  createDraftSchema,
  createNewConnectionSchema,
} from 'backstage-plugin-camunda-identity-common/schema';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TestApi } from '../__testUtils__/testApi';
import { createActions } from '.';
import { createProviderCheckAction } from './checkProvider';
import { createConnectionCreateAction } from './createConnection';
import { createConfigWriteAction } from './writeConfig';

const record = {
  name: 'payments-prod',
  entityRef: 'system:default/payments-camunda',
  camundaVersion: '8.7',
  provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
  components: {
    identity: { url: 'https://identity.example.com', clientId: 'identity' },
  },
  initialClaim: { name: 'oid', value: 'x' },
};

let api: TestApi;

beforeEach(async () => {
  api = new TestApi();
  await api.start();
});
afterEach(() => api.stop());

function names(schema: any): string[] {
  return Object.keys(schema.properties ?? {}).sort();
}

describe('inputs', () => {
  it('have the fields of the common schemas', () => {
    const create = createConnectionCreateAction(api.options);
    expect(names(create.schema?.input)).toEqual(
      Object.keys(createNewConnectionSchema().shape).sort(),
    );
    const check = createProviderCheckAction(api.options);
    const { secrets: _, ...draft } = createDraftSchema().shape;
    expect(names(check.schema?.input)).toEqual(
      [
        ...Object.keys(draft),
        'connectionId',
        'connectionName',
        'failOn',
      ].sort(),
    );
  });

  it('say what is nested in them, and leave it to the action what is wrong', () => {
    for (const action of [
      createConnectionCreateAction(api.options),
      createProviderCheckAction(api.options),
    ]) {
      const { provider, components, initialClaim, machineClients }: any =
        action.schema?.input?.properties;
      expect(components.properties.identity.properties.url.type).toBe('string');
      expect(
        components.properties.webModeler.properties.ui.properties,
      ).toHaveProperty('clientId');
      expect(names(initialClaim)).toContain('value');
      expect(names(machineClients.items)).toContain('purpose');
      const [generic, microsoft] = provider.anyOf;
      expect(names(generic)).toContain('issuer');
      expect(names(microsoft)).toContain('tenantId');
      expect(JSON.stringify([provider, components])).not.toMatch(
        /"(required|pattern|minLength|additionalProperties)"/,
      );
    }
  });

  it('of the examples are accepted', () => {
    for (const action of createActions(api.options))
      for (const { example } of action.examples ?? []) {
        const step = parse(example).steps.at(-1);
        expect(step.action).toBe(action.id);
        for (const key of Object.keys(step.input))
          expect(names(action.schema?.input)).toContain(key);
      }
  });
});

describe('camunda-identity:connection:create', () => {
  it('registers on behalf of the person, without the empty fields of a form', async () => {
    api.answers['POST /v1/connections'] = { status: 201, body: { id: '1' } };
    api.answers['GET /v1/connections/1'] = {
      body: { ...record, id: '1', owner: 'group:default/a' },
    };
    const context = createMockActionContext({
      input: {
        ...record,
        title: '',
        provider: { ...record.provider, issuerBackendUrl: '' },
      },
    });
    await createConnectionCreateAction(api.options).handler(context as never);
    expect(api.calls[0].body).toEqual({
      ...record,
      initialClaim: { ...record.initialClaim, state: 'pending' },
    });
    expect(api.calls[0].auth).toMatch(/^Bearer mock-/);
    expect(context.output).toHaveBeenCalledWith('id', '1');
    expect(context.output).toHaveBeenCalledWith('name', 'payments-prod');
  });

  it('names every problem before it asks the API', async () => {
    const context = createMockActionContext({
      input: { ...record, name: 'A', camundaVersion: '9.9' },
    });
    await expect(
      createConnectionCreateAction(api.options).handler(context as never),
    ).rejects.toThrow(/name: .*camundaVersion: /);
    expect(api.calls).toEqual([]);
  });

  it("fails with the API's own words", async () => {
    api.answers['POST /v1/connections'] = {
      status: 403,
      body: {
        error: { name: 'NotAllowedError', message: 'You do not own it' },
      },
    };
    const context = createMockActionContext({ input: record });
    await expect(
      createConnectionCreateAction(api.options).handler(context as never),
    ).rejects.toThrow('You do not own it');
  });

  it('does not trip over the record that the same step has registered before', async () => {
    api.answers['POST /v1/connections'] = {
      status: 409,
      body: { error: { name: 'ConflictError', message: 'name taken' } },
    };
    const existing = {
      ...record,
      initialClaim: { ...record.initialClaim, state: 'pending' },
      id: '7',
      owner: 'group:default/a',
    };
    api.answers['GET /v1/connections/by-name/payments-prod'] = {
      body: existing,
    };
    api.answers['GET /v1/connections/7'] = { body: existing };
    const run = async (input: object) => {
      const context = createMockActionContext({ input });
      await createConnectionCreateAction(api.options).handler(context as never);
      return context;
    };
    const { output } = await run(record);
    expect(output).toHaveBeenCalledWith('id', '7');
    await expect(
      run({ ...record, entityRef: 'system:default/other' }),
    ).rejects.toThrow('name taken');
  });

  it('registers nothing in a dry run', async () => {
    const context = createMockActionContext({ input: record });
    context.isDryRun = true;
    await createConnectionCreateAction(api.options).handler(context as never);
    expect(api.calls).toEqual([]);
    expect(context.output).toHaveBeenCalledWith('name', 'payments-prod');
  });
});

describe('camunda-identity:provider:check', () => {
  const report = (status: string) => ({
    id: 'r',
    status,
    findings: [
      {
        code: 'transport.unreachable',
        subject: { kind: 'provider' },
        result: status,
        title: 'Provider cannot be reached',
        message: 'refused',
        remedy: 'Start it',
      },
    ],
  });

  it('failOn: provider goes on where only an application is wrong', async () => {
    const { findings, ...header } = report('fail');
    const handle = (subject: object) => {
      api.answers['POST /v1/provider-checks'] = {
        body: { ...header, findings: [{ ...findings[0], subject }] },
      };
      return createProviderCheckAction(api.options).handler(
        createMockActionContext({
          input: { provider: record.provider, failOn: 'provider' },
        }) as never,
      );
    };
    await handle({ kind: 'client', client: 'identity' });
    await expect(handle({ kind: 'provider' })).rejects.toThrow(
      /cannot be reached/,
    );
  });

  it('stops with the findings where the provider cannot be used', async () => {
    api.answers['POST /v1/provider-checks'] = { body: report('fail') };
    const context = createMockActionContext({
      input: { provider: record.provider },
    });
    await expect(
      createProviderCheckAction(api.options).handler(context as never),
    ).rejects.toThrow(/Provider cannot be reached: refused — Start it/);
    expect(context.output).toHaveBeenCalledWith('status', 'fail');
  });

  it('writes findings into the log as they come, without what passed or follows', async () => {
    const [finding] = report('warn').findings;
    api.answers['POST /v1/provider-checks'] = {
      body: {
        ...report('warn'),
        findings: [
          finding,
          { ...finding, result: 'pass', message: 'all right' },
          { ...finding, message: 'consequence', causedBy: 'x' },
        ],
      },
    };
    const context = createMockActionContext({
      input: { provider: record.provider },
    });
    const info = jest.spyOn(context.logger, 'info');
    await createProviderCheckAction(api.options).handler(context as never);
    expect(info.mock.calls.map(([line]) => line)).toEqual([
      '3 checks to come',
      'WARN Provider cannot be reached: refused',
    ]);
  });

  it('goes on with remarks, unless told otherwise', async () => {
    api.answers['POST /v1/connections/1/checks'] = {
      status: 201,
      body: report('warn'),
    };
    const run = (failOn?: string) =>
      createProviderCheckAction(api.options).handler(
        createMockActionContext({
          input: { connectionId: '1', failOn },
        }) as never,
      );
    await run();
    await expect(run('warn')).rejects.toThrow(/refused/);
  });

  it('wants a connection or a provider', async () => {
    for (const input of [{}, { connectionId: '1', provider: record.provider }])
      await expect(
        createProviderCheckAction(api.options).handler(
          createMockActionContext({ input }) as never,
        ),
      ).rejects.toThrow(/either/);
  });
});

describe('camunda-identity:config:write', () => {
  it('wants a connection, in a dry run too', async () => {
    for (const input of [
      {},
      { connectionId: '1', connectionName: 'payments-prod' },
    ]) {
      const context = createMockActionContext({
        input: { ...input, format: 'env' },
      });
      context.isDryRun = true;
      await expect(
        createConfigWriteAction(api.options).handler(context as never),
      ).rejects.toThrow(/either connectionId or connectionName/);
    }
  });

  const run = (path: string | undefined, file: string) => {
    api.answers['GET /v1/connections/1/config'] = {
      body: {
        files: [{ path: file, mediaType: 'text/plain', content: 'A=1\n' }],
        findings: [],
      },
    };
    const context = createMockActionContext({
      input: { connectionId: '1', format: 'env', path },
    });
    return {
      context,
      done: createConfigWriteAction(api.options).handler(context as never),
    };
  };

  it('writes into the workspace', async () => {
    const { context, done } = run('camunda', 'identity.env');
    await done;
    expect(api.calls[0].url).toBe('/v1/connections/1/config?format=env');
    expect(
      await readFile(
        join(context.workspacePath, 'camunda', 'identity.env'),
        'utf8',
      ),
    ).toBe('A=1\n');
    expect(context.output).toHaveBeenCalledWith('combined', 'A=1\n');
  });

  it('never outside of it', async () => {
    await expect(run('../..', 'identity.env').done).rejects.toThrow();
    await expect(run(undefined, '../../x.env').done).rejects.toThrow();
  });
});
