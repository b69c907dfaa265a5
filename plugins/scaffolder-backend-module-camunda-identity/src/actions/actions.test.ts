import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  createDraftSchema,
  createNewConnectionSchema,
} from 'backstage-plugin-camunda-identity-common/schema';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Agent, fetch as undiciFetch } from 'undici';
import { parse } from 'yaml';
import type { ActionOptions } from '../createClient';
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

/** What the API was asked, and what it answers. */
let calls: Array<{ method: string; url: string; auth?: string; body?: any }>;
let answers: Record<string, { status?: number; body: unknown }>;
let api: Server;
let options: ActionOptions;
const realFetch = global.fetch;
const agent = new Agent();

beforeEach(async () => {
  calls = [];
  answers = {};
  api = createServer((req, res) => {
    let text = '';
    req.on('data', chunk => {
      text += chunk;
    });
    req.on('end', () => {
      const url = req.url ?? '';
      calls.push({
        method: req.method ?? '',
        url,
        auth: req.headers.authorization,
        body: text ? JSON.parse(text) : undefined,
      });
      const { status = 200, body } = answers[
        `${req.method} ${url.split('?')[0]}`
      ] ?? {
        status: 404,
        body: { error: { name: 'NotFoundError', message: 'no' } },
      };
      res.writeHead(status, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(body));
    });
  });
  await new Promise<void>(done => api.listen(0, '127.0.0.1', done));
  const { port } = api.address() as AddressInfo;
  // The test set-up keeps fetch from the network; this API is the test's own.
  global.fetch = ((input: any, init: any) =>
    undiciFetch(input, { ...init, dispatcher: agent })) as never;
  options = {
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => `http://127.0.0.1:${port}`,
    }),
    clouds: ['global', 'local'],
  };
});
afterEach(async () => {
  global.fetch = realFetch;
  api.closeAllConnections();
  await new Promise(done => api.close(done));
});
afterAll(() => agent.close());

function names(schema: any): string[] {
  return Object.keys(schema.properties ?? {}).sort();
}

describe('inputs', () => {
  it('have the fields of the common schemas', () => {
    const create = createConnectionCreateAction(options);
    expect(names(create.schema?.input)).toEqual(
      Object.keys(createNewConnectionSchema().shape).sort(),
    );
    const check = createProviderCheckAction(options);
    const { secrets: _, ...draft } = createDraftSchema().shape;
    expect(names(check.schema?.input)).toEqual(
      [...Object.keys(draft), 'connectionId', 'failOn'].sort(),
    );
  });

  it('of the examples are accepted', () => {
    for (const action of [
      createConnectionCreateAction(options),
      createProviderCheckAction(options),
      createConfigWriteAction(options),
    ])
      for (const { example } of action.examples ?? []) {
        const [step] = parse(example).steps;
        expect(step.action).toBe(action.id);
        for (const key of Object.keys(step.input))
          expect(names(action.schema?.input)).toContain(key);
      }
  });
});

describe('camunda-identity:connection:create', () => {
  it('registers on behalf of the person, without the empty fields of a form', async () => {
    answers['POST /v1/connections'] = { status: 201, body: { id: '1' } };
    answers['GET /v1/connections/1'] = {
      body: { ...record, id: '1', owner: 'group:default/a' },
    };
    const context = createMockActionContext({
      input: {
        ...record,
        title: '',
        provider: { ...record.provider, issuerBackendUrl: '' },
      },
    });
    await createConnectionCreateAction(options).handler(context as never);
    expect(calls[0].body).toEqual({
      ...record,
      initialClaim: { ...record.initialClaim, state: 'pending' },
    });
    expect(calls[0].auth).toMatch(/^Bearer mock-/);
    expect(context.output).toHaveBeenCalledWith('id', '1');
    expect(context.output).toHaveBeenCalledWith('name', 'payments-prod');
  });

  it('names every problem before it asks the API', async () => {
    const context = createMockActionContext({
      input: { ...record, name: 'A', camundaVersion: '9.9' },
    });
    await expect(
      createConnectionCreateAction(options).handler(context as never),
    ).rejects.toThrow(/name: .*camundaVersion: /);
    expect(calls).toEqual([]);
  });

  it("fails with the API's own words", async () => {
    answers['POST /v1/connections'] = {
      status: 403,
      body: {
        error: { name: 'NotAllowedError', message: 'You do not own it' },
      },
    };
    const context = createMockActionContext({ input: record });
    await expect(
      createConnectionCreateAction(options).handler(context as never),
    ).rejects.toThrow('You do not own it');
  });

  it('registers nothing in a dry run', async () => {
    const context = createMockActionContext({ input: record });
    context.isDryRun = true;
    await createConnectionCreateAction(options).handler(context as never);
    expect(calls).toEqual([]);
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
      answers['POST /v1/provider-checks'] = {
        body: { ...header, findings: [{ ...findings[0], subject }] },
      };
      return createProviderCheckAction(options).handler(
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
    answers['POST /v1/provider-checks'] = { body: report('fail') };
    const context = createMockActionContext({
      input: { provider: record.provider },
    });
    await expect(
      createProviderCheckAction(options).handler(context as never),
    ).rejects.toThrow(/Provider cannot be reached: refused — Start it/);
    expect(context.output).toHaveBeenCalledWith('status', 'fail');
  });

  it('goes on with remarks, unless told otherwise', async () => {
    answers['POST /v1/connections/1/checks'] = {
      status: 201,
      body: report('warn'),
    };
    const run = (failOn?: string) =>
      createProviderCheckAction(options).handler(
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
        createProviderCheckAction(options).handler(
          createMockActionContext({ input }) as never,
        ),
      ).rejects.toThrow(/either/);
  });
});

describe('camunda-identity:config:write', () => {
  const run = (path: string | undefined, file: string) => {
    answers['GET /v1/connections/1/config'] = {
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
      done: createConfigWriteAction(options).handler(context as never),
    };
  };

  it('writes into the workspace', async () => {
    const { context, done } = run('camunda', 'identity.env');
    await done;
    expect(calls[0].url).toBe('/v1/connections/1/config?format=env');
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
