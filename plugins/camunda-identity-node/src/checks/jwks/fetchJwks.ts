import { fetchFollowing } from '../fetchFollowing';
import { parseDocument } from '../parseDocument';
import { guardedErrorOf, type GuardedHttp } from '../../http';

/**
 * The result of fetching a key set.
 *
 * @public
 */
export type JwksOutcome =
  | {
      ok: true;
      keys: Array<Record<string, unknown>>;
      url: string;
      /** True if it was found after a redirect within the same origin. */
      redirected: boolean;
    }
  | {
      ok: false;
      code: 'jwks.document';
      message: string;
      /** True if no address of a key set is known. */
      skipped?: boolean;
      /** The provider was not asked, or not now: that says nothing about it. */
      untold?: boolean;
    };

const MAX_KEYS = 100;

/**
 * Fetches a key set.
 *
 * @returns never rejects, except when `signal` is aborted
 */
export async function fetchJwks(
  url: string,
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<JwksOutcome> {
  const bad = (message: string, untold?: boolean): JwksOutcome => ({
    ok: false,
    code: 'jwks.document',
    message,
    ...(untold ? { untold } : {}),
  });
  try {
    const { response, redirected } = await fetchFollowing(http, url, {
      headers: { Accept: 'application/json, application/jwk-set+json' },
      signal,
    });
    if (response.status !== 200)
      return bad(`${url} answers with status ${response.status}`);
    const parsed = parseDocument(await response.text());
    if (!parsed.ok) return bad(`The answer of ${url} ${parsed.problem}`);
    const keys = (parsed.value as { keys?: unknown } | null)?.keys;
    if (!Array.isArray(keys) || keys.length === 0)
      return bad(`The key set at ${url} has no keys`);
    return {
      ok: true,
      url,
      redirected,
      keys: keys
        .slice(0, MAX_KEYS)
        .filter(key => key !== null && typeof key === 'object'),
    };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    if (guarded)
      return bad(
        guarded.message,
        ['transport.not-asked', 'transport.rate-limited'].includes(
          guarded.code,
        ),
      );
    return bad('The key set could not be fetched');
  }
}
