import {
  finding,
  type Finding,
  type FindingCode,
} from 'backstage-plugin-camunda-identity-common';
import type { ServerMetadata } from 'openid-client';
import type { DiscoveryOutcome } from '../discovery/fetchDiscovery';
import { PROVIDER } from '../verdict';
import type { CheckContext, ProviderCheck } from '../types';
import { candidates, type Candidate } from './candidates';
import { TOKEN_CODES } from './claims';
import { subjectOf, TokenRun } from './TokenRun';
import { withheldFinding } from './withheldCheck';

const originOf = (url: unknown) =>
  typeof url === 'string' && URL.canParse(url)
    ? new URL(url).origin
    : undefined;

/** A bound secret goes to no other token endpoint. */
export function isBoundElsewhere(
  { input }: CheckContext,
  { facts }: Pick<Candidate, 'facts'>,
  endpoint: unknown,
) {
  const bound = input.tokenOrigins?.[facts.key];
  return bound !== undefined && originOf(endpoint) !== bound;
}

/** Codes about the token endpoint itself, independent of the client. */
function endpointCodes(
  { depth, input }: CheckContext,
  all: readonly Candidate[],
): FindingCode[] {
  const isHeldBack =
    all.length === 0 && Object.keys(input.withheld ?? {}).length > 0;
  if (depth === 'full' && !isHeldBack)
    return [
      'discovery.token-endpoint',
      'client.any-client',
      ...(all.length > 0 ? (['client.any-secret'] as const) : []),
    ];
  return all.length > 0 ? ['discovery.token-endpoint'] : [];
}

const isPlain = (url: string) => /^http:/i.test(url);

/**
 * The document whose token endpoint may be asked, or why no secret is sent there.
 *
 * @param issuer - as configured
 */
export function whomToAsk(
  discovery: DiscoveryOutcome,
  issuer: string,
): ServerMetadata | string {
  if (!discovery.ok) return 'The token endpoint is not known';
  if (discovery.issuerMatch === 'different')
    return 'The document names another issuer, so that no secret is sent to its token endpoint';
  const { token_endpoint: endpoint } = discovery.metadata;
  if (typeof endpoint !== 'string') return 'The token endpoint is not known';
  // Plain http is only ever allowed for issuers that have no https (RFC 6749 section 3.2).
  return isPlain(endpoint) && !isPlain(issuer)
    ? 'The issuer uses https and its token endpoint plain http, so that no secret is sent there'
    : discovery.metadata;
}

async function askForTokens(
  context: CheckContext,
  emit: (entry: Finding) => void,
): Promise<void> {
  const all = candidates(context);
  const codes = endpointCodes(context, all);
  if (codes.length === 0) return;
  const discovery = await context.discovery();
  const metadata = whomToAsk(discovery, context.resolved.issuer);
  if (typeof metadata === 'string') {
    const message = metadata;
    for (const code of codes)
      emit(finding(code, 'skipped', PROVIDER, { message }));
    for (const candidate of all)
      emit(
        finding('client.secret', 'skipped', subjectOf(candidate), {
          message,
        }),
      );
    return;
  }
  const sent: Candidate[] = [];
  for (const candidate of all)
    if (isBoundElsewhere(context, candidate, metadata.token_endpoint))
      emit(withheldFinding(candidate.facts.key, 'unbound'));
    else sent.push(candidate);
  // Where secrets are held back, nothing else is sent in their place.
  if (sent.length === 0 && all.length > 0) return;
  await new TokenRun(context, metadata, await context.profile()).run(
    sent,
    emit,
  );
}

/** Client ID and secret of every client with a secret, and its token (RFC 6749 section 4.4). */
export const tokenCheck: ProviderCheck = {
  plan: context => {
    const all = candidates(context);
    return [
      ...endpointCodes(context, all).map(code => ({ code, subject: PROVIDER })),
      ...all.flatMap(candidate => [
        { code: 'client.secret', subject: subjectOf(candidate) },
        { code: 'client.token', subject: subjectOf(candidate) },
        ...(context.input.tokenOrigins?.[candidate.facts.key]
          ? [{ code: 'client.secret-unbound', subject: subjectOf(candidate) }]
          : []),
        ...TOKEN_CODES.map(code => ({ code, subject: subjectOf(candidate) })),
      ]),
    ];
  },

  async run(context, emit) {
    try {
      await askForTokens(context, emit);
    } finally {
      context.tokens.close();
    }
  },
};
