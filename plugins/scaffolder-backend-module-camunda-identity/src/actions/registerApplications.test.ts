import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { TestApi } from '../__testUtils__/testApi';
import { createProviderRegisterAction } from './registerApplications';

const TOKEN = 'the-initial-access-token';

let api: TestApi;

beforeEach(async () => {
  api = new TestApi();
  await api.start();
  api.answers['GET /v1/connections/1'] = {
    body: {
      id: '1',
      name: 'p',
      camundaVersion: '8.7',
      provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
      components: {
        identity: { url: 'https://identity.example.com', clientId: '<ID>' },
        console: { url: 'https://console.example.com', clientId: 'console' },
      },
    },
  };
});
afterEach(() => api.stop());

function run(change: object, items: object[] = []) {
  api.answers['POST /v1/connections/1/registrations'] = { body: { items } };
  const lines: string[] = [];
  const context = createMockActionContext({
    input: { connectionId: '1', secretName: 'token' },
    secrets: { token: TOKEN },
    ...change,
  } as never);
  context.isDryRun = (change as { isDryRun?: boolean }).isDryRun;
  const log = (line: unknown) => lines.push(String(line));
  Object.assign(context.logger, { info: log, warn: log });
  return {
    context,
    lines,
    done: Promise.resolve(
      createProviderRegisterAction(api.options).handler(context as never),
    ),
  };
}

describe('camunda-identity:provider:register', () => {
  it('sends the token of the task’s secrets, and tells client IDs only', async () => {
    const { context, lines, done } = run({}, [
      {
        client: 'identity',
        outcome: 'registered',
        clientId: 'abc',
        secretStored: true,
        changed: ['redirect_uris'],
      },
      { client: 'console', outcome: 'kept', clientId: 'console' },
    ]);
    await done;
    expect(api.calls.at(-1)?.body).toEqual({ initialAccessToken: TOKEN });
    expect(context.output).toHaveBeenCalledWith('clientIds', {
      identity: 'abc',
      console: 'console',
    });
    expect(context.output).toHaveBeenCalledWith('registered', ['identity']);
    expect(lines).toEqual([
      'Registered identity as abc; the provider has registered otherwise: redirect_uris',
      'console has the client ID console already',
    ]);
  });

  it('stops with what is open, and says that a second run does the rest', async () => {
    const { done } = run({}, [
      { client: 'identity', outcome: 'failed', message: 'status 401' },
      { client: 'console', outcome: 'not-tried' },
    ]);
    await expect(done).rejects.toThrow(
      'Not every application is registered: identity was not registered: status 401; console was not tried. What was registered is kept; run this again for the rest',
    );
  });

  it('takes no token from anywhere but the task’s secrets', async () => {
    await expect(run({ secrets: {} }).done).rejects.toThrow(
      'the task has no secret "token"',
    );
    expect(api.calls).toEqual([]);
  });

  it('asks for nothing in a dry run', async () => {
    const { lines, done } = run({ isDryRun: true });
    await done;
    expect(lines).toEqual(['Would register identity']);
    expect(api.calls.map(({ method }) => method)).toEqual(['GET']);
  });
});
