import {
  finding,
  type Finding,
  type FindingResult,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { OriginSeen } from '../../http';
import type { CheckContext, ProviderCheck } from '../types';

/** An origin that was asked in this run, and what was seen of it. */
export interface AskedOrigin extends OriginSeen {
  origin: string;
}

export interface Verdict
  extends Pick<Finding, 'message'>,
    Partial<Pick<Finding, 'remedy' | 'evidence'>> {
  result: FindingResult;
}

/** @returns undefined where there is nothing to judge, which is `skipped` */
export type Judge = (
  asked: readonly AskedOrigin[],
  context: CheckContext,
) => Verdict | undefined;

const PROVIDER: FindingSubject = { kind: 'provider' };

/** Documents are not always what their types say. */
function originOf(url: unknown): string[] {
  return typeof url === 'string' && URL.canParse(url)
    ? [new URL(url).origin]
    : [];
}

/**
 * A check of what the guarded client saw while discovery document and key set were fetched. It sends no
 * request. Why a request failed is reported with the request itself, so that this says nothing then.
 */
export function seenCheck(code: string, judge: Judge): ProviderCheck {
  return {
    plan: () => [{ code, subject: PROVIDER }],

    async run(context, report) {
      const outcome = await context.discovery();
      if (!outcome.ok && outcome.code === code) return;
      // There was an answer, though perhaps of no use.
      const answered = outcome.ok || !outcome.code.startsWith('transport.');
      await context.jwks();
      const urls = outcome.ok
        ? [context.resolved.issuer, outcome.metadata.jwks_uri]
        : [context.resolved.issuer];
      const asked = [...new Set(urls.flatMap(originOf))].map(origin => ({
        origin,
        ...context.http.seen(origin),
      }));
      const verdict = answered ? judge(asked, context) : undefined;
      report(
        finding(
          code,
          verdict?.result ?? 'skipped',
          PROVIDER,
          verdict ?? {
            message: answered
              ? 'The provider is asked over plain http'
              : 'The provider gave no answer to look at',
          },
        ),
      );
    },
  };
}

/** Those of the origins whose certificate was seen. */
export function withCertificate(asked: readonly AskedOrigin[]) {
  return asked.flatMap(({ origin, certificate }) =>
    certificate ? [{ origin, certificate }] : [],
  );
}
