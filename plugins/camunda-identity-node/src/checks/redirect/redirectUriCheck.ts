import { randomUUID } from 'node:crypto';
import {
  finding,
  redirectUris,
  type ClientKey,
  type Finding,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../documentCheck';
import type { CheckContext, ProviderCheck } from '../types';
import { judgeFlow, judgeRedirectUri, type ProbeFacts } from './judge';
import { probe, type ProbeAnswer } from './probe';

interface Asked {
  key: ClientKey;
  clientId: string;
  redirectUris: string[];
}

/** Clients that people sign in to, in a run for a person who waits. */
function asked({ clients, depth }: CheckContext): Asked[] {
  if (depth !== 'full') return [];
  return clients.flatMap(({ facts, settings }) => {
    const uris = redirectUris(facts, settings.url).filter(uri =>
      URL.canParse(uri),
    );
    return settings.clientId && uris.length > 0
      ? [{ key: facts.key, clientId: settings.clientId, redirectUris: uris }]
      : [];
  });
}

/** An address that nobody has registered, at the application's own host: nothing leaves the team. */
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
const CODES = [
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

function toFindings(
  client: Asked,
  facts: ProbeFacts[],
  control: ProbeAnswer | undefined,
): Finding[] {
  const subject: FindingSubject = { kind: 'client', client: client.key };
  const make = (code: string, { result, ...rest }: Verdict) =>
    finding(code, result, subject, rest);
  return [
    ...facts.map(entry => make('client.redirect-uri', judgeRedirectUri(entry))),
    make('client.redirect-uri-open', judgeOpen(control)),
    make('client.redirect-uri-flow', worst(facts.map(judgeFlow))),
  ];
}

/**
 * Asks the provider, without anybody signing in, whether it redirects to each redirect URI of the record,
 * and whether it does so to any other address (RFC 6749 section 4.1.2.1).
 */
export const redirectUriCheck: ProviderCheck = {
  plan: context =>
    asked(context).flatMap(({ key }) =>
      CODES.map(code => ({
        code,
        subject: { kind: 'client' as const, client: key },
      })),
    ),

  async run(context, report) {
    const clients = asked(context);
    if (clients.length === 0) return;
    const { http, signal } = context;
    const outcome = await context.discovery();
    const endpoint = outcome.ok
      ? outcome.metadata.authorization_endpoint
      : undefined;
    if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) {
      for (const { key } of clients)
        for (const code of CODES)
          report(
            finding(
              code,
              'skipped',
              { kind: 'client', client: key },
              { message: 'The authorization endpoint is not known' },
            ),
          );
      return;
    }
    const profile = await context.profile();
    // Applications may be shared; nobody is asked twice.
    const probes = new Map<string, Promise<ProbeAnswer>>();
    const ask = (clientId: string, redirectUri: string) => {
      const key = JSON.stringify([clientId, redirectUri]);
      const sent =
        probes.get(key) ??
        probe({ endpoint, clientId, redirectUri }, http, signal);
      probes.set(key, sent);
      return sent;
    };
    await Promise.all(
      clients.map(async client => {
        const { clientId } = client;
        const [control, ...answers] = await Promise.all([
          profile.registersRedirectUris
            ? undefined
            : ask(clientId, controlUri(client.redirectUris[0])),
          ...client.redirectUris.map(uri => ask(clientId, uri)),
        ]);
        const facts = answers.map((answer, index) => ({
          redirectUri: client.redirectUris[index],
          clientId,
          answer: answer!,
          control,
          profile,
        }));
        for (const entry of toFindings(client, facts, control)) report(entry);
      }),
    );
  },
};
