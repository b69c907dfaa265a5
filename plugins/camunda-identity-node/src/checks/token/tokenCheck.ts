import {
  finding,
  type Finding,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckContext, ProviderCheck } from '../types';
import { candidates, tokenParameters, type Candidate } from './candidates';
import { TOKEN_CODES, tokenFindings } from './claims';
import {
  redeemUnknownCode,
  requestToken,
  type TokenOutcome,
  type TokenRequest,
} from './requestToken';
import { issuedFindings, refusedFindings } from './secretFindings';
import { withheldFinding } from './withheldCheck';

const subjectOf = ({ facts }: Candidate): FindingSubject => ({
  kind: 'client',
  client: facts.key,
});

const originOf = (url: unknown) =>
  typeof url === 'string' && URL.canParse(url)
    ? new URL(url).origin
    : undefined;

/** A secret that is bound goes to no other token endpoint. */
function isBoundElsewhere(
  context: CheckContext,
  candidate: Candidate,
  endpoint: unknown,
) {
  const bound = context.input.tokenOrigins?.[candidate.facts.key];
  return bound !== undefined && originOf(endpoint) !== bound;
}

/** Whether the secret is right, where the answer to the token request did not tell. */
async function askWithCode(
  context: CheckContext,
  candidate: Candidate,
  request: TokenRequest,
  outcome: TokenOutcome,
): Promise<TokenOutcome | undefined> {
  const profile = await context.profile();
  const { redirectUri } = candidate;
  if (
    context.depth !== 'full' ||
    outcome.kind !== 'refused' ||
    outcome.error === 'invalid_client' ||
    !redirectUri ||
    profile.checksClientBeforeCode === false
  )
    return undefined;
  return redeemUnknownCode(
    { ...request, redirectUri, authMethod: outcome.authMethod },
    context.http,
    context.signal,
  );
}

async function findingsFor(
  context: CheckContext,
  candidate: Candidate,
  request: TokenRequest,
  ask: (request: TokenRequest) => Promise<TokenOutcome>,
): Promise<Finding[]> {
  const startedAt = performance.now();
  const outcome = await ask(request);
  const durationMs = Math.round(performance.now() - startedAt);
  const subject = subjectOf(candidate);
  if (outcome.kind === 'unknown')
    return [
      finding('client.secret', 'unknown', subject, {
        message: outcome.message,
        durationMs,
      }),
    ];
  if (outcome.kind === 'issued')
    return [
      ...issuedFindings(subject, outcome, durationMs),
      ...(await tokenFindings(context, candidate, outcome.accessToken)),
    ];
  const code = await askWithCode(context, candidate, request, outcome);
  return refusedFindings({
    candidate,
    subject,
    outcome,
    code,
    profile: await context.profile(),
    durationMs,
  });
}

/** Client ID and secret of every client with a secret, and its token (RFC 6749 section 4.4). */
export const tokenCheck: ProviderCheck = {
  plan: context =>
    candidates(context).flatMap(candidate => [
      { code: 'client.secret', subject: subjectOf(candidate) },
      { code: 'client.token', subject: subjectOf(candidate) },
      ...TOKEN_CODES.map(code => ({ code, subject: subjectOf(candidate) })),
    ]),

  async run(context, emit) {
    const all = candidates(context);
    if (all.length === 0) return;
    const discovery = await context.discovery();
    if (!discovery.ok || discovery.issuerMatch === 'different') {
      for (const candidate of all)
        emit(
          finding('client.secret', 'skipped', subjectOf(candidate), {
            message: discovery.ok
              ? 'The document names another issuer, so that no secret is sent to its token endpoint'
              : 'The token endpoint is not known: discovery failed',
          }),
        );
      return;
    }
    const { metadata } = discovery;
    const profile = await context.profile();
    // One request for clients that share an application.
    const requests = new Map<string, Promise<TokenOutcome>>();
    const ask = (request: TokenRequest) => {
      const { clientId, secret, scope, audience } = request;
      const key = JSON.stringify([clientId, secret, scope, audience]);
      const asked =
        requests.get(key) ??
        requestToken(request, context.http, context.signal);
      requests.set(key, asked);
      return asked;
    };
    await Promise.all(
      all.map(async candidate => {
        if (isBoundElsewhere(context, candidate, metadata.token_endpoint)) {
          emit(withheldFinding(candidate.facts.key, 'unbound'));
          return;
        }
        const { clientId, secret } = candidate;
        const request: TokenRequest = {
          metadata,
          clientId,
          secret,
          ...tokenParameters(candidate, profile),
        };
        for (const entry of await findingsFor(context, candidate, request, ask))
          emit(entry);
      }),
    );
  },
};
