import { randomBytes } from 'node:crypto';
import {
  finding,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import { PROVIDER } from '../verdict';
import { madeUpClientId } from '../redirect/clientControl';
import type { CheckContext } from '../types';
import type { Candidate } from './candidates';
import type { TokenOutcome } from './outcomes';
import { requestToken, type TokenRequest } from './requestToken';

/** Answers of a token endpoint to credentials that cannot be right. */
export interface Controls {
  /** A client that cannot exist. */
  client?: TokenOutcome;
  /** A secret that cannot be right, for the client {@link Controls.of}. */
  secret?: TokenOutcome;
  of?: Candidate;
}

/** A secret that no client can have. */
export const madeUpSecret = () => randomBytes(24).toString('base64url');

/**
 * Sends a made-up client, and a made-up secret of the first client for which there is one: once in a run,
 * on a person's click only, and never where wrong secrets lock an application.
 */
export async function askControls(
  context: CheckContext,
  first: Candidate | undefined,
  request: Omit<TokenRequest, 'clientId' | 'secret'>,
): Promise<Controls> {
  const profile = await context.profile();
  if (context.depth !== 'full' || profile.locksClients) return {};
  const { http, signal } = context;
  const send = (clientId: string) =>
    requestToken(
      { ...request, clientId, secret: madeUpSecret() },
      http,
      signal,
      true,
    );
  const [client, secret] = await Promise.all([
    send(madeUpClientId()),
    first ? send(first.clientId) : undefined,
  ]);
  return { client, secret, of: first };
}

/** Findings of the controls themselves: a provider that accepts any credentials is dangerous. */
export function controlFindings({ client, secret, of }: Controls): Finding[] {
  const found: Finding[] = [];
  if (client?.kind === 'issued')
    found.push(
      finding('client.any-client', 'fail', PROVIDER, {
        message:
          'The token endpoint issues a token to a client that cannot exist',
        evidence: { endpoint: 'token_endpoint' },
      }),
    );
  else if (client?.kind === 'refused')
    found.push(
      finding('client.any-client', 'pass', PROVIDER, {
        message: 'The token endpoint refuses a client that cannot exist',
      }),
    );
  if (secret?.kind === 'issued' && of)
    found.push(
      finding('client.any-secret', 'fail', PROVIDER, {
        message: `The token endpoint issues a token to ${of.facts.title} for a secret that cannot be right`,
        evidence: { client: of.facts.key },
      }),
    );
  else if (secret?.kind === 'refused')
    found.push(
      finding('client.any-secret', 'pass', PROVIDER, {
        message: 'The token endpoint refuses a secret that cannot be right',
      }),
    );
  return found;
}

/** True if credentials that cannot be right get the same answer. */
export function asToStrangers(
  outcome: TokenOutcome,
  { secret, client }: Controls,
): boolean | undefined {
  const control = secret ?? client;
  if (!control || control.kind === 'broken' || control.kind === 'unknown')
    return undefined;
  if (control.kind !== outcome.kind) return false;
  const status = (entry: TokenOutcome) =>
    'status' in entry ? entry.status : 0;
  return status(control) === status(outcome);
}
