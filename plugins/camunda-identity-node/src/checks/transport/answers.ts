import type { OriginSeen } from '../../http';
import type { FactSource } from '../checkOf';
import type { CheckContext } from '../types';
import type { Verdict } from '../verdict';

/** An origin that was asked in this run, and what was observed. */
export interface AskedOrigin extends OriginSeen {
  origin: string;
}

/** What the guarded client observed while fetching discovery document and key set. */
export interface AnswerFacts {
  asked: readonly AskedOrigin[];
  context: CheckContext;
}

/** Documents do not always match their types. */
function originOf(url: unknown): string[] {
  return typeof url === 'string' && URL.canParse(url)
    ? [new URL(url).origin]
    : [];
}

/** The answers themselves. Why a request failed is reported with the request. */
export const ANSWERS: FactSource<AnswerFacts> = async (context, code) => {
  const outcome = await context.discovery();
  if (!outcome.ok && outcome.code === code) return undefined;
  await context.jwks();
  // There may have been an answer, though perhaps of no use.
  if (!outcome.ok && outcome.code !== 'discovery.document')
    return 'The provider gave no answer to look at';
  const urls = outcome.ok
    ? [context.resolved.issuer, outcome.metadata.jwks_uri]
    : [context.resolved.issuer];
  const asked = [...new Set(urls.flatMap(originOf))].map(origin => ({
    origin,
    ...context.http.seen(origin),
  }));
  return { asked, context };
};

/** Those of the origins whose certificate was seen. */
export function withCertificate(asked: readonly AskedOrigin[]) {
  return asked.flatMap(({ origin, certificate }) =>
    certificate ? [{ origin, certificate }] : [],
  );
}

/** Verdict of certificate checks if there is no certificate. */
export const WITHOUT_TLS: Verdict = {
  result: 'skipped',
  message: 'The provider is asked over plain http',
};
