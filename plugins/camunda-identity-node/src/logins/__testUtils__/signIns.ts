import {
  DEFAULT_PROVIDER_CONTEXT,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import {
  localClients,
  PERSON,
  signIn,
  startLocalProvider,
  type LocalProvider,
} from 'camunda-identity-test-provider';
import { GuardedHttp } from '../../http';
import {
  beginLogin,
  completeLogin,
  type KeptLogin,
  type LoginAnswer,
  type LoginInput,
} from '..';

export const REDIRECT_URI =
  'https://portal.example.com/api/camunda-identity/v1/login-tests/callback';

export const COMPONENTS = {
  identity: {
    url: 'https://identity.payments.example.com',
    clientId: 'camunda-identity',
    audience: 'identity-api',
  },
  zeebe: { clientId: 'camunda-zeebe', audience: 'zeebe-api' },
  webModeler: {
    url: 'https://modeler.payments.example.com',
    ui: { clientId: 'camunda-web-modeler-ui', audience: 'web-modeler-ui-api' },
    api: { audience: 'web-modeler-api-api' },
  },
};

const SECRETS = Object.fromEntries(
  localClients('generic').flatMap(({ key, secret }) =>
    secret ? [[key, secret]] : [],
  ),
);

/** What a test changes between the begin and the completion of a sign-in. */
export interface Between {
  answer?(given: LoginAnswer): LoginAnswer;
  kept?(kept: KeptLogin): KeptLogin;
  end?: LoginInput;
  deny?: boolean;
  between?(): Promise<void>;
}

export function answerOf(url: URL): LoginAnswer {
  const get = (name: string) => url.searchParams.get(name) ?? undefined;
  return {
    code: get('code'),
    iss: get('iss'),
    error: get('error'),
    errorDescription: get('error_description'),
  };
}

/** Results by code, without skipped findings. */
export const results = (findings: readonly Finding[]) =>
  Object.fromEntries(
    findings
      .filter(({ result }) => result !== 'skipped')
      .map(({ code, result }) => [code, result]),
  );

/** Real sign-ins at a local provider, which is stopped after each test. */
export function localSignIns() {
  const http = new GuardedHttp({
    allowPlainHttp: true,
    allowedHosts: ['localhost'],
  });
  let provider: LocalProvider | undefined;
  afterEach(async () => {
    await provider?.stop();
    provider = undefined;
  });
  afterAll(() => http.close());

  const start = async (
    options: Omit<Parameters<typeof startLocalProvider>[0], 'port'> = {},
  ) => {
    provider = await startLocalProvider({
      port: 0,
      loginTestUri: REDIRECT_URI,
      ...options,
    });
    return provider;
  };

  const options = () => ({
    http,
    insecureAllowed: true,
    providers: {
      clouds: {
        ...DEFAULT_PROVIDER_CONTEXT.clouds,
        local: { title: 'Local', loginBaseUrl: provider!.loginBaseUrl },
      },
    },
  });

  const input = (change: Partial<LoginInput> = {}): LoginInput => ({
    camundaVersion: '8.7',
    provider: { type: 'GENERIC', issuer: provider!.issuer },
    components: COMPONENTS,
    initialClaim: { name: 'oid', value: PERSON.oid },
    secrets: SECRETS,
    client: 'identity',
    ...change,
  });

  /** Signs in for real and returns the outcome. */
  async function login(what: LoginInput, change: Between = {}) {
    const { authorizationUrl, kept } = await beginLogin(
      what,
      REDIRECT_URI,
      options(),
    );
    const back = await signIn(authorizationUrl, { deny: change.deny });
    expect(back.searchParams.get('state')).toBe(kept.state);
    const answer = answerOf(back);
    await change.between?.();
    return completeLogin(
      change.end ?? what,
      change.kept?.(kept) ?? kept,
      change.answer?.(answer) ?? answer,
      options(),
    );
  }

  return {
    /** The running provider. */
    provider: () => provider!,
    start,
    options,
    input,
    login,
  };
}
