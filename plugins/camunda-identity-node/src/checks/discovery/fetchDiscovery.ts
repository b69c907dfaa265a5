import { wellKnownUrl } from 'backstage-plugin-camunda-identity-common';
import type { ServerMetadata } from 'openid-client';
import {
  guardedErrorOf,
  type GuardedHttp,
  type GuardedRequestCode,
} from '../../http';
import { fetchFollowing, type FollowedAnswer } from '../fetchFollowing';
import { parseDocument } from '../parseDocument';
import { compareIssuers, type IssuerMatch } from './compareIssuers';
import { digestOf } from './digest';

/**
 * The result of fetching a discovery document.
 *
 * @public
 */
export type DiscoveryOutcome =
  | {
      ok: true;
      /**
       * The parsed document. Only the issuer is known to have the right type.
       */
      metadata: ServerMetadata;
      /** The same, untyped. */
      document: Readonly<Record<string, unknown>>;
      issuerAsWritten: string;
      issuerMatch: IssuerMatch;
      digest: string;
      /** True if it was found after a redirect within the same origin. */
      redirected: boolean;
    }
  | {
      ok: false;
      /** `discovery.document` if there was an answer, otherwise the reason why there was none. */
      code: 'discovery.document' | GuardedRequestCode;
      message: string;
      /** What to do, where the catalogue's remedy is not exact enough. */
      remedy?: string;
      /** HTTP status, where there was an answer. */
      status?: number;
    };

const MAX_ISSUER = 2048;

/**
 * Fetches the discovery document of an issuer through the guarded client (OpenID Connect Discovery 1.0 section
 * 4). A document that names another issuer is still returned, so that everything wrong can be reported at once.
 *
 * @returns never rejects, except when `signal` is aborted
 */
export async function fetchDiscovery(
  issuer: string,
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<DiscoveryOutcome> {
  const url = wellKnownUrl(issuer);
  const bad = (message: string, status?: number): DiscoveryOutcome => ({
    ok: false,
    code: 'discovery.document',
    message,
    status,
  });
  let answer: FollowedAnswer;
  try {
    answer = await fetchFollowing(http, url, {
      headers: { Accept: 'application/json' },
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    if (!guarded) throw error;
    return {
      ok: false,
      code: guarded.code,
      message: guarded.message,
      remedy: guarded.remedy,
      status: guarded.status,
    };
  }
  const { response, redirected } = answer;
  const { status } = response;
  if (status !== 200)
    return bad(`${url} answers with status ${status}`, status);
  const parsed = parseDocument(await response.text());
  if (!parsed.ok) return bad(`The answer of ${url} ${parsed.problem}`);
  const document = parsed.value;
  if (
    document === null ||
    typeof document !== 'object' ||
    Array.isArray(document)
  )
    return bad(`The answer of ${url} is not a JSON object`);
  const metadata = document as ServerMetadata;
  if (!Object.hasOwn(metadata, 'issuer') || typeof metadata.issuer !== 'string')
    return bad(
      `The answer of ${url} names no issuer: it is no discovery document`,
    );
  return {
    ok: true,
    metadata,
    document: metadata as Record<string, unknown>,
    issuerAsWritten: metadata.issuer.slice(0, MAX_ISSUER),
    issuerMatch:
      metadata.issuer.length > MAX_ISSUER
        ? 'different'
        : compareIssuers(issuer, metadata.issuer),
    digest: digestOf(metadata as Record<string, unknown>),
    redirected,
  };
}
