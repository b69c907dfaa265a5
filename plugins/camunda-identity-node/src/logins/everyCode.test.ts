import { FINDINGS } from 'backstage-plugin-camunda-identity-common';
import type { startLocalProvider } from 'camunda-identity-test-provider';
import type { LoginInput } from '.';
import {
  COMPONENTS,
  results,
  localSignIns,
  type Between,
} from './__testUtils__/signIns';

jest.setTimeout(60_000);

const { start, input, login } = localSignIns();

type Provider = Omit<Parameters<typeof startLocalProvider>[0], 'port'>;

interface Case {
  provider?: Provider;
  input?: Partial<LoginInput>;
  between?: Between;
}

/** A sign-in to the cluster with claims that the person does not have. */
const CLUSTER: Partial<LoginInput> = {
  camundaVersion: '8.9',
  client: 'orchestration',
  components: {
    identity: COMPONENTS.identity,
    orchestration: {
      url: 'https://orchestration.payments.example.com',
      clientId: 'camunda-orchestration',
      audience: 'orchestration-api',
      usernameClaim: 'employee',
      groupsClaim: 'groups',
    },
  },
};

/** A real sign-in that leads to each code with a result other than `pass`. */
const CASES: ReadonlyArray<[expected: string, given: Case]> = [
  ['login.response fail', { between: { deny: true } }],
  [
    'login.response-issuer fail',
    {
      between: {
        answer: given => ({ ...given, iss: 'https://other.example.com' }),
      },
    },
  ],
  [
    'login.redemption fail',
    { input: { secrets: { identity: 'wrong-secret' } } },
  ],
  [
    'login.id-token fail',
    { between: { kept: kept => ({ ...kept, nonce: 'another' }) } },
  ],
  [
    'login.id-token-algorithm fail',
    {
      provider: {
        change: configuration => ({
          ...configuration,
          enabledJWA: { idTokenSigningAlgValues: ['PS256'] },
          clientDefaults: { id_token_signed_response_alg: 'PS256' },
          jwks: {
            keys: configuration.jwks!.keys.map(({ alg: _, ...key }) => key),
          } as never,
        }),
      },
    },
  ],
  ['login.token-audience warn', { input: { client: 'webModeler.ui' } }],
  ['login.user-name fail', { input: CLUSTER }],
  [
    'login.profile warn',
    {
      provider: {
        change: configuration => ({
          ...configuration,
          extraTokenClaims: () => ({}),
        }),
      },
    },
  ],
  ['login.groups warn', { input: CLUSTER }],
  [
    'login.initial-claim fail',
    { input: { initialClaim: { name: 'employee', value: '7' } } },
  ],
  [
    'login.refresh-token warn',
    {
      provider: {
        change: configuration => ({
          ...configuration,
          issueRefreshToken: async () => false,
        }),
      },
    },
  ],
  ['login.user-info warn', { input: CLUSTER }],
];

it.each(CASES)('%s', async (expected, given) => {
  await start(given.provider);
  const { findings } = await login(input(given.input), given.between);
  const [code, result] = expected.split(' ');
  expect(results(findings)).toHaveProperty([code], result);
});

it('every code of a login test has a case', () => {
  const covered = CASES.map(([expected]) => expected.split(' ')[0]);
  expect(covered.sort()).toEqual(
    FINDINGS.filter(({ group }) => group === 'login')
      .map(({ code }) => code)
      .sort(),
  );
});
