import { guardedErrorOf, type GuardedHttp } from '../http';

/** Maximum number of redirects to follow. */
const MAX_HOPS = 3;

/** An answer, and whether it was redirected. */
export interface FollowedAnswer {
  response: Response;
  redirected: boolean;
}

/**
 * Fetches JSON as Java's libraries do: a redirect within the same origin, such as one to a slash at the end, is
 * followed. Every hop goes through the guarded client.
 *
 * @throws as {@link GuardedHttp.fetch}; `transport.redirect` for any other redirect, and after three
 */
export async function fetchFollowing(
  http: GuardedHttp,
  url: string,
  init: Parameters<GuardedHttp['fetch']>[1],
): Promise<FollowedAnswer> {
  let target: string | URL = url;
  for (let hop = 0; ; hop += 1)
    try {
      return { response: await http.fetch(target, init), redirected: hop > 0 };
    } catch (error) {
      const next = guardedErrorOf(error)?.redirect;
      const isSameOrigin =
        next !== undefined &&
        next.origin === new URL(target).origin &&
        !next.username;
      if (!isSameOrigin || hop >= MAX_HOPS) throw error;
      target = next;
    }
}
