import {
  finding,
  withoutTrailingSlash,
  type Finding,
  type FindingCode,
  type FindingResult,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../checks/verdict';
import { probe } from '../checks/redirect/probe';
import type {
  CheckContext,
  CheckedClient,
  ProviderCheck,
} from '../checks/types';
import { clusterUrl, senders, tokenFinding } from './clusterToken';
import { runningFacts, type RunningFacts } from './facts';
import { judgeSignIn, type Coded } from './judge';
import { asksForToken, judgeApi, judgeNoSignIn } from './judgeAnswer';
import { judgeBaseUrl, judgeMetadata } from './judgeMetadata';
import { judgeRegistration } from './judgeRegistration';
import { observe, type SignInRequest } from './observe';

interface Asked {
  client: CheckedClient;
  known: RunningFacts;
  url: string;
}

/** Components with an address, in a run that may ask them. */
function asked({ clients, input, running }: CheckContext): Asked[] {
  if (!running) return [];
  return clients.flatMap(client => {
    const known = runningFacts(client.facts.key, input.camundaVersion);
    const { url } = client.settings;
    return known && url && URL.canParse(url) ? [{ client, known, url }] : [];
  });
}

/** Codes that a component's redirect to its provider can decide. */
const OF_SIGN_IN: readonly FindingCode[] = [
  'running.provider',
  'running.client',
  'running.redirect-uri',
  'running.scopes',
  'running.pkce',
  'running.registration',
  'running.base-url',
];

/** Codes that can be reported for a component. */
function codesOf({ known }: Asked): FindingCode[] {
  const codes: FindingCode[] = ['running.sign-in'];
  if (known.signIn) codes.push(...OF_SIGN_IN);
  if (known.api) codes.push('running.protection');
  if (known.metadata) codes.push('running.issuer');
  return codes;
}

const at = (url: string, path: string) => `${withoutTrailingSlash(url)}${path}`;

/** Marks verdicts to act on that are only likely. */
const sureness = ({ grade }: RunningFacts, result: FindingResult) =>
  grade === 'likely' && (result === 'warn' || result === 'fail')
    ? ' (likely: how this component answers is inferred from Camunda’s sources)'
    : '';

/** Sends the component's client ID and redirect URI to the provider. */
async function registration(
  request: SignInRequest,
  context: CheckContext,
): Promise<Coded | undefined> {
  const discovery = await context.discovery();
  const { redirectUri } = request;
  const endpoint = discovery.ok
    ? discovery.metadata.authorization_endpoint
    : undefined;
  const profile = await context.profile();
  if (
    typeof endpoint !== 'string' ||
    redirectUri === undefined ||
    !URL.canParse(redirectUri) ||
    // A product that registers any address it sees must not be sent a wrong one.
    profile.registersRedirectUris
  )
    return undefined;
  const answer = await probe(
    {
      endpoint,
      profile,
      clientId: request.clientId,
      redirectUri,
      scope: request.scopes.join(' ') || undefined,
      pkce: request.hasPkce,
    },
    context.http,
    context.signal,
  );
  return ['running.registration', judgeRegistration(request, answer)];
}

const inBrowser: Verdict = {
  result: 'unknown',
  message:
    'People sign in within the browser, so that nothing of it can be observed from outside; only a real sign-in shows it',
};

async function findingsOf(
  { client, known, url }: Asked,
  context: CheckContext,
): Promise<Finding[]> {
  const { http, signal, resolved, input } = context;
  const ask = (path: string | undefined, headers?: Record<string, string>) =>
    path ? observe(at(url, path), http, signal, headers) : undefined;
  const json = { Accept: 'application/json' };
  const [signIn, api, metadata] = await Promise.all([
    ask(known.signIn),
    ask(known.api, json),
    ask(known.metadata, json),
  ]);
  const found: Coded[] = [];
  if (api) found.push(...judgeApi(api, known));
  if (metadata) found.push(judgeMetadata(metadata, resolved.issuer));
  const base = judgeBaseUrl(url, [signIn, metadata]);
  if (base) found.push(base);
  if (known.inBrowser) found.push(['running.sign-in', inBrowser]);
  if (signIn?.kind === 'sign-in') {
    found.push(...(await judgeSignIn(signIn.request, client, context)));
    const registered = await registration(signIn.request, context);
    if (registered) found.push(registered);
  } else if (signIn && !found.some(([code]) => code === 'running.sign-in'))
    found.push([
      'running.sign-in',
      judgeNoSignIn(signIn, known, input.camundaVersion, asksForToken(api)),
    ]);
  const subject: FindingSubject = {
    kind: 'client',
    client: client.facts.key,
  };
  const told = new Set(found.map(([code]) => code));
  return [
    ...found.map(([code, { result, message, ...rest }]) =>
      finding(code, result, subject, {
        ...rest,
        message: `${message}${sureness(known, result)}`,
        evidence: { ...rest.evidence, component: known.grade },
      }),
    ),
    ...codesOf({ client, known, url })
      .filter(code => !told.has(code))
      .map(code =>
        finding(code, 'skipped', subject, {
          message: 'The component’s answer has nothing to look at',
        }),
      ),
  ];
}

/**
 * Checks what the running Camunda sends, from each component's own login redirect, without credentials, session
 * or callback. One request per component, three for the cluster.
 */
export const runningCheck: ProviderCheck = {
  plan: context => [
    ...asked(context).flatMap(entry =>
      codesOf(entry).map(code => ({
        code,
        subject: { kind: 'client' as const, client: entry.client.facts.key },
      })),
    ),
    ...(clusterUrl(context) ? senders(context) : []).map(({ facts }) => ({
      code: 'running.token',
      subject: { kind: 'client' as const, client: facts.key },
    })),
  ],

  async run(context, report) {
    const url = clusterUrl(context);
    await Promise.all([
      ...asked(context).map(async entry => {
        for (const found of await findingsOf(entry, context)) report(found);
      }),
      ...(url
        ? senders(context).map(async client =>
            report(await tokenFinding(client, url, context)),
          )
        : []),
    ]);
  },
};
