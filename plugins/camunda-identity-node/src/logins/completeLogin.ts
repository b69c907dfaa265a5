import {
  findDefinition,
  finding,
  shown,
  signInOf,
  type Finding,
  type LoginOutcome,
} from 'backstage-plugin-camunda-identity-common';
import { withCauses } from '../causes';
import { postLogoutCheck } from '../checks/logout/postLogoutCheck';
import { isBoundElsewhere, whomToAsk } from '../checks/token/tokenCheck';
import { withheldFinding } from '../checks/token/withheldCheck';
import type { CheckContext, CheckedClient } from '../checks/types';
import { withProductRemedy } from '../remedies';
import { withContext } from './begin';
import { LOGIN_JUDGES } from './judges';
import { initialClaimVerdict, userNameClaims } from './judges/person';
import { isText, type LoginFacts } from './judges/types';
import { claimTable, readToken } from './readTokens';
import { redeem, type LoginTokens } from './redeem';
import {
  LoginUnavailableError,
  type KeptLogin,
  type LoginAnswer,
  type LoginInput,
  type LoginOptions,
} from './types';
import { askUserInfo } from './userInfo';

/** `fail` and `warn` take precedence; without tokens nothing is proved. */
function statusOf(
  findings: readonly Finding[],
  hasTokens: boolean,
): LoginOutcome['status'] {
  const results = findings
    .filter(({ causedBy }) => causedBy === undefined)
    .map(({ result }) => result);
  if (results.includes('fail')) return 'fail';
  if (!hasTokens) return 'unknown';
  return results.includes('warn') ? 'warn' : 'pass';
}

/** The finding if a secret is needed that is not known, or may not be sent there. */
function secretProblem(
  context: CheckContext,
  { facts }: CheckedClient,
  endpoint: unknown,
): Finding | undefined {
  if (facts.clientType !== 'confidential') return undefined;
  const { secrets, withheld } = context.input;
  const reason = withheld?.[facts.key];
  if (reason) return withheldFinding(facts.key, reason);
  if (isBoundElsewhere(context, { facts }, endpoint))
    return withheldFinding(facts.key, 'unbound');
  return secrets?.[facts.key]
    ? undefined
    : finding(
        'client.secret',
        'unknown',
        { kind: 'client', client: facts.key },
        {
          message:
            'No secret of this client is known; begin the test again and enter it',
        },
      );
}

/** The claims that the component reads, chosen as its library does. */
function readBy(
  facts: Pick<LoginFacts, 'signIn' | 'accessToken' | 'idToken' | 'userInfo'>,
): Pick<LoginFacts, 'claims' | 'source'> {
  const { signIn, accessToken, idToken, userInfo } = facts;
  if (accessToken || signIn.claimsFrom === 'access-token')
    return { claims: accessToken?.claims, source: 'access token' };
  return {
    claims: { ...idToken.claims, ...userInfo },
    source: 'ID token',
  };
}

/** Asks, without a session, whether the provider knows where to send people after a logout. */
async function postLogoutFindings(
  context: CheckContext,
  found: CheckedClient,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  await postLogoutCheck.run({ ...context, clients: [found] }, entry =>
    findings.push(entry),
  );
  return findings;
}

async function judged(
  context: CheckContext,
  found: CheckedClient,
  kept: KeptLogin,
  tokens: LoginTokens,
): Promise<Omit<LoginOutcome, 'status'>> {
  const signIn = signInOf(kept.client, context.input.camundaVersion)!;
  const idToken = readToken(tokens.idToken)!;
  const accessToken = readToken(tokens.accessToken);
  const [asked, logout] = await Promise.all([
    askUserInfo(context, signIn, kept, tokens),
    postLogoutFindings(context, found),
  ]);
  const { userInfo } = asked;
  const facts: LoginFacts = {
    context,
    found,
    signIn,
    kept,
    tokens,
    idToken,
    accessToken,
    userInfo,
    ...readBy({ signIn, accessToken, idToken, userInfo }),
  };
  const findings: Finding[] = [];
  for (const judge of LOGIN_JUDGES) findings.push(...(await judge(facts)));
  const names = [
    ...userNameClaims(facts),
    'preferred_username',
    'email',
    'name',
    'sub',
  ];
  const known = { ...idToken.claims, ...userInfo, ...facts.claims };
  const name = names.map(entry => known[entry]).find(isText);
  return {
    signedInAs: name && shown(name.slice(0, 200)),
    claims: claimTable({
      idToken: idToken.claims,
      accessToken: accessToken?.claims,
      userInfo,
    }),
    initialClaim: initialClaimVerdict(facts),
    findings: [...findings, ...asked.findings, ...logout],
  };
}

async function completed(
  context: CheckContext,
  kept: KeptLogin,
  answer: LoginAnswer,
): Promise<LoginOutcome> {
  const subject = { kind: 'client' as const, client: kept.client };
  const found = context.clients.find(({ facts }) => facts.key === kept.client);
  const end = async (
    findings: Finding[],
    rest?: Omit<LoginOutcome, 'status' | 'findings'>,
  ): Promise<LoginOutcome> => {
    const profile = await context.profile();
    const all = withCauses(findings, findDefinition).map(entry =>
      withProductRemedy(entry, profile, findDefinition),
    );
    return {
      status: statusOf(all, rest !== undefined),
      claims: [],
      ...rest,
      findings: all,
    };
  };
  const unredeemed = (message: string) =>
    end([finding('login.redemption', 'unknown', subject, { message })]);
  if (!found || found.settings.clientId !== kept.clientId)
    return unredeemed(
      'The record has another client ID than when the test began; begin it again',
    );
  if (context.resolved.issuer !== kept.issuer)
    return unredeemed(
      'The record has another issuer than when the test began, to which neither the code nor the secret is sent; begin it again',
    );
  const metadata = whomToAsk(
    await context.discovery(),
    context.resolved.issuer,
  );
  if (typeof metadata === 'string') return unredeemed(metadata);
  const problem = secretProblem(context, found, metadata.token_endpoint);
  if (problem && answer.code !== undefined) return end([problem]);
  const { findings, tokens } = await redeem(
    context,
    found,
    metadata,
    kept,
    answer,
  );
  if (!tokens) return end(findings);
  const { findings: more, ...rest } = await judged(
    context,
    found,
    kept,
    tokens,
  );
  return end([...findings, ...more], rest);
}

/**
 * Redeems the provider's answer to a sign-in and reports what the tokens mean for Camunda. Tokens are kept
 * nowhere. No finding contains the value of a claim.
 *
 * @param input - the same as when the sign-in began
 * @returns a provider that fails in any way leads to a finding, not an exception
 * @throws the reason of `options.signal` when it was aborted; UnknownCloudError
 * @public
 */
export async function completeLogin(
  input: LoginInput,
  kept: KeptLogin,
  answer: LoginAnswer,
  options: LoginOptions,
): Promise<LoginOutcome> {
  try {
    return await withContext(input, options, context =>
      completed(context, kept, answer),
    );
  } catch (error) {
    if (!(error instanceof LoginUnavailableError)) throw error;
    return {
      status: 'unknown',
      claims: [],
      findings: [
        finding(
          'login.redemption',
          'unknown',
          { kind: 'client', client: kept.client },
          { message: error.message },
        ),
      ],
    };
  }
}
