import * as client from 'openid-client';
import { guardedErrorOf, type GuardedHttp } from '../../http';

/** What came of asking for a discovery document. */
export type DiscoveryOutcome =
  | { ok: true; metadata: client.ServerMetadata; issuerAsWritten: string }
  | {
      ok: false;
      code: string;
      message: string;
      /** What to do, where the catalogue's remedy is not exact enough. */
      remedy?: string;
      /** The document's own issuer, where it has one that is not the configured one. */
      actualIssuer?: string;
    };

/** openid-client's codes for an answer that is no discovery document. */
const REASONS: Record<string, string> = {
  OAUTH_RESPONSE_IS_NOT_JSON: 'is not JSON (wrong content type)',
  OAUTH_PARSE_ERROR: 'is not valid JSON',
  OAUTH_INVALID_RESPONSE: 'is not a discovery document',
};

function describe(error: unknown, url: string, status?: number): string {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') {
    const redirected = status && status >= 300 && status < 400;
    return `${url} answers with status ${status}${
      redirected ? ', a redirect; redirects are not followed' : ''
    }`;
  }
  return `The answer of ${url} ${
    REASONS[code] ?? REASONS.OAUTH_INVALID_RESPONSE
  }`;
}

/** The issuer in a JSON object, if there is one. */
function issuerIn(text: string): string | undefined {
  try {
    const issuer = JSON.parse(text)?.issuer;
    return typeof issuer === 'string' ? issuer.slice(0, 2048) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Fetches an issuer's discovery document with openid-client through the guarded way out.
 *
 * @returns never rejects, but for an abort of `signal`
 */
export async function fetchDiscovery(
  issuer: string,
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<DiscoveryOutcome> {
  let url = issuer;
  let status: number | undefined;
  let text = '';
  const customFetch: client.CustomFetch = async (target, init) => {
    url = target;
    const response = await http.fetch(target, {
      ...init,
      signal: init.signal ? AbortSignal.any([init.signal, signal]) : signal,
    });
    status = response.status;
    text = await response.clone().text();
    return response;
  };
  try {
    const configuration = await client.discovery(
      new URL(issuer),
      'discovery',
      undefined,
      client.None(),
      {
        [client.customFetch]: customFetch,
        // Whether plain http is allowed is the guarded way out's decision.
        execute: [client.allowInsecureRequests],
      },
    );
    const issuerAsWritten = issuerIn(text) ?? '';
    // The library tolerates any issuer for some hosts of Microsoft's; Camunda does not.
    if (
      !URL.canParse(issuerAsWritten) ||
      new URL(issuerAsWritten).href !== new URL(issuer).href
    )
      return {
        ok: false,
        code: 'discovery.issuer-mismatch',
        message: `The document names the issuer ${issuerAsWritten}, configured is ${issuer}`,
        actualIssuer: issuerAsWritten,
      };
    return {
      ok: true,
      metadata: configuration.serverMetadata(),
      issuerAsWritten,
    };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    if (guarded)
      return {
        ok: false,
        code: guarded.code,
        message: guarded.message,
        remedy: guarded.remedy,
      };
    const actual = issuerIn(text);
    if (
      (error as { code?: string }).code ===
        'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' &&
      actual !== undefined
    )
      return {
        ok: false,
        code: 'discovery.issuer-mismatch',
        message: `The document names the issuer ${actual}, configured is ${issuer}`,
        actualIssuer: actual,
      };
    return {
      ok: false,
      code: 'discovery.document',
      message: describe(error, url, status),
    };
  }
}
