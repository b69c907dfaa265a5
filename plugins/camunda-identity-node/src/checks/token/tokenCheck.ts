import {
  clientSettings,
  clientsOf,
  finding,
  type ClientFacts,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckContext, ProviderCheck } from '../types';
import { requestToken, type TokenOutcome } from './requestToken';
import { withheldFinding } from './withheldCheck';

interface Candidate {
  facts: ClientFacts;
  clientId: string;
  secret: string;
  scope?: string;
}

/** Clients for which this run has a secret. A public client is never sent one. */
function candidates({ input }: CheckContext): Candidate[] {
  return clientsOf(input.camundaVersion).flatMap(facts => {
    const secret = input.secrets?.[facts.key];
    const settings = clientSettings(
      input.components,
      facts.key,
      input.provider.type,
    );
    if (!secret || !settings?.clientId || facts.clientType !== 'confidential')
      return [];
    return [
      {
        facts,
        clientId: settings.clientId,
        secret,
        scope: settings.tokenScope,
      },
    ];
  });
}

function report(facts: ClientFacts, outcome: TokenOutcome, durationMs: number) {
  const subject: FindingSubject = { kind: 'client', client: facts.key };
  if (outcome.kind === 'issued')
    return [
      finding('client.secret', 'pass', subject, {
        message: `The provider accepts client ID and secret (${outcome.authMethod})`,
        evidence: { authMethod: outcome.authMethod },
      }),
      finding('client.token', 'pass', subject, {
        message: 'The provider issues a token for client credentials',
        durationMs,
      }),
    ];
  if (outcome.kind === 'unknown')
    return [
      finding('client.secret', 'unknown', subject, {
        message: outcome.message,
        durationMs,
      }),
    ];
  const answer = `${outcome.error}${
    outcome.description ? `: ${outcome.description}` : ''
  }`;
  const evidence = { status: outcome.status, error: outcome.error };
  if (outcome.error === 'invalid_client')
    return [
      finding('client.secret', 'fail', subject, {
        message: `The provider does not accept client ID and secret (${answer})`,
        evidence,
        durationMs,
      }),
    ];
  // A client that only signs people in does not need this grant.
  const needed = facts.grantTypes.includes('client_credentials');
  return [
    finding('client.secret', 'unknown', subject, {
      message: `The answer does not tell whether the secret is right (${answer})`,
      evidence,
    }),
    finding('client.token', needed ? 'fail' : 'info', subject, {
      message: `The provider issues no token for client credentials (${answer})`,
      evidence,
      durationMs,
    }),
  ];
}

/** Client ID and secret of every client with a secret (RFC 6749 section 4.4). */
export const tokenCheck: ProviderCheck = {
  plan: context =>
    candidates(context).flatMap(({ facts }) =>
      ['client.secret', 'client.token'].map(code => ({
        code,
        subject: { kind: 'client' as const, client: facts.key },
      })),
    ),

  async run(context, emit) {
    const all = candidates(context);
    if (all.length === 0) return;
    const discovery = await context.discovery();
    if (!discovery.ok) {
      for (const { facts } of all)
        emit(
          finding(
            'client.secret',
            'skipped',
            { kind: 'client', client: facts.key },
            { message: 'The token endpoint is not known: discovery failed' },
          ),
        );
      return;
    }
    const endpoint = discovery.metadata.token_endpoint;
    const bound = all.filter(({ facts }) => {
      const origin = context.input.tokenOrigins?.[facts.key];
      if (!origin || (endpoint && new URL(endpoint).origin === origin))
        return true;
      emit(withheldFinding(facts.key, 'unbound'));
      return false;
    });
    // One request for clients that share an application.
    const requests = new Map<string, Promise<TokenOutcome>>();
    await Promise.all(
      bound.map(async ({ facts, clientId, secret, scope }) => {
        const key = JSON.stringify([clientId, secret, scope]);
        const startedAt = Date.now();
        const request =
          requests.get(key) ??
          requestToken(
            { metadata: discovery.metadata, clientId, secret, scope },
            context.http,
            context.signal,
          );
        requests.set(key, request);
        const outcome = await request;
        for (const entry of report(facts, outcome, Date.now() - startedAt))
          emit(entry);
      }),
    );
  },
};
