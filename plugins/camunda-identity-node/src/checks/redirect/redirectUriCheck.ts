import { randomUUID } from 'node:crypto';
import {
  finding,
  redirectUris,
  type ClientKey,
  type Finding,
  type FindingCode,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../verdict';
import { PROVIDER } from '../verdict';
import type { CheckContext, ProviderCheck } from '../types';
import type { ProbeAnswer } from './answers';
import { clientControlFinding, madeUpClientId } from './clientControl';
import { judgeRedirectUri, type ProbeFacts } from './judge';
import { judgeFlow } from './judgeFlow';
import { probe } from './probe';
import { ENDPOINT_CODES, endpointFindings } from './providerFindings';

interface Asked {
  key: ClientKey;
  clientId: string;
  redirectUris: Array<{ uri: string; alternative: boolean }>;
}

/** Clients that people sign in to; only in full runs. */
function asked({ clients, depth }: CheckContext): Asked[] {
  if (depth !== 'full') return [];
  return clients.flatMap(({ facts, settings }) => {
    const { redirectPaths, alternativeRedirectPaths = [] } = facts;
    const uris = redirectUris(facts, settings.url).flatMap((uri, index) =>
      URL.canParse(uri)
        ? [
            {
              uri,
              alternative: alternativeRedirectPaths.includes(
                redirectPaths[index],
              ),
            },
          ]
        : [],
    );
    return settings.clientId && uris.length > 0
      ? [{ key: facts.key, clientId: settings.clientId, redirectUris: uris }]
      : [];
  });
}

/** An unregistered address at the application's own host, so that nothing leaves the team. */
function controlUri(redirectUri: string): string {
  return `${new URL(redirectUri).origin}/.probe/${randomUUID()}`;
}

const WORST = ['fail', 'unknown', 'info', 'warn', 'pass', 'skipped'];

function worst(verdicts: Verdict[]): Verdict {
  return verdicts.reduce((a, b) =>
    WORST.indexOf(b.result) < WORST.indexOf(a.result) ? b : a,
  );
}

/** Every code of the check, for one client. */
const CODES: readonly FindingCode[] = [
  'client.redirect-uri',
  'client.redirect-uri-open',
  'client.redirect-uri-flow',
];

function judgeOpen(control: ProbeAnswer | undefined): Verdict {
  if (!control)
    return {
      result: 'skipped',
      message:
        'No unregistered address is sent to this product: it might register it',
    };
  if (control.kind === 'back')
    return {
      result: 'fail',
      message:
        'The provider redirects to an address that nobody has registered',
    };
  return control.kind === 'refused'
    ? {
        result: 'pass',
        message: 'The provider refuses an address that nobody has registered',
      }
    : {
        result: 'unknown',
        message:
          'The provider does not say whether it refuses an address that nobody has registered',
      };
}

/** An unknown client fails for all of its addresses; that is reported once. */
function withoutRepetition(verdicts: Verdict[]): Verdict[] {
  const unknownClient = verdicts.find(
    ({ evidence }) => evidence?.about === 'client',
  );
  return unknownClient ? [unknownClient] : verdicts;
}

function toFindings(
  client: Asked,
  facts: ProbeFacts[],
  control: ProbeAnswer | undefined,
): Finding[] {
  const subject: FindingSubject = { kind: 'client', client: client.key };
  const make = (code: FindingCode, { result, ...rest }: Verdict) =>
    finding(code, result, subject, rest);
  const needed = facts.filter(({ alternative }) => !alternative);
  return [
    ...withoutRepetition(facts.map(judgeRedirectUri)).map(verdict =>
      make('client.redirect-uri', verdict),
    ),
    make('client.redirect-uri-open', judgeOpen(control)),
    make(
      'client.redirect-uri-flow',
      worst((needed.length > 0 ? needed : facts).map(judgeFlow)),
    ),
  ];
}

function skipAll(clients: readonly Asked[], report: (f: Finding) => void) {
  const message = 'The authorization endpoint is not known';
  for (const code of [...ENDPOINT_CODES, 'client.any-client'] as const)
    report(finding(code, 'skipped', PROVIDER, { message }));
  for (const { key } of clients)
    for (const code of CODES)
      report(
        finding(code, 'skipped', { kind: 'client', client: key }, { message }),
      );
}

/**
 * Asks the provider, without anybody signing in, whether it redirects to each redirect URI of the record,
 * and whether it does so to any other address or for a client that does not exist (RFC 6749 section
 * 4.1.2.1).
 */
export const redirectUriCheck: ProviderCheck = {
  plan: context => {
    const clients = asked(context);
    return [
      ...(clients.length > 0
        ? [...ENDPOINT_CODES, 'client.any-client']
        : []
      ).map(code => ({
        code,
        subject: PROVIDER,
      })),
      ...clients.flatMap(({ key }) =>
        CODES.map(code => ({
          code,
          subject: { kind: 'client' as const, client: key },
        })),
      ),
    ];
  },

  async run(context, report) {
    const clients = asked(context);
    if (clients.length === 0) return;
    const { http, signal } = context;
    const outcome = await context.discovery();
    const endpoint = outcome.ok
      ? outcome.metadata.authorization_endpoint
      : undefined;
    if (
      !outcome.ok ||
      typeof endpoint !== 'string' ||
      !URL.canParse(endpoint)
    ) {
      skipAll(clients, report);
      return;
    }
    const profile = await context.profile();
    // Applications may be shared; nothing is asked twice.
    const probes = new Map<string, Promise<ProbeAnswer>>();
    const ask = (clientId: string, redirectUri: string) => {
      const key = JSON.stringify([clientId, redirectUri]);
      const sent =
        probes.get(key) ??
        probe({ endpoint, clientId, redirectUri, profile }, http, signal);
      probes.set(key, sent);
      // All of them are awaited at the end; a run that is aborted earlier does not get there.
      sent.catch(() => {});
      return sent;
    };
    const [first] = clients[0].redirectUris;
    const stranger = profile.registersRedirectUris
      ? undefined
      : ask(madeUpClientId(), first.uri);
    const results = await Promise.all(
      clients.map(async client => {
        const { clientId } = client;
        const [control, ...answers] = await Promise.all([
          profile.registersRedirectUris
            ? undefined
            : ask(clientId, controlUri(client.redirectUris[0].uri)),
          ...client.redirectUris.map(({ uri }) => ask(clientId, uri)),
        ]);
        const facts = answers.map((answer, index) => ({
          redirectUri: client.redirectUris[index].uri,
          alternative: client.redirectUris[index].alternative,
          clientId,
          answer: answer!,
          control,
          profile,
        }));
        return { client, facts, control };
      }),
    );
    const answers = await Promise.all(probes.values());
    for (const entry of endpointFindings({
      answers,
      issuer: outcome.issuerAsWritten,
      namesIssuer:
        outcome.document.authorization_response_iss_parameter_supported ===
        true,
    }))
      report(entry);
    const impostor = clientControlFinding(await stranger);
    if (impostor) report(impostor);
    for (const { client, facts, control } of results)
      for (const entry of toFindings(client, facts, control)) report(entry);
  },
};
