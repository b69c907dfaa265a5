import * as client from 'openid-client';
import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import { guardedErrorOf, type GuardedRequestCode } from '../../http';
import { secretScrubber } from '../../masking';
import { explain } from '../explain';
import { saysNothing } from '../saysNothing';
import { knownError } from './oauthErrors';
import type { AuthMethod, Refused, TokenOutcome } from './outcomes';

/** The parts of a request that an answer may repeat, or that explain it. */
interface AskedWith {
  secret: string;
  profile: ProviderProfile;
}

/** The last raw answer, for what the library does not hand on. */
export interface Seen {
  status?: number;
  retryAfter?: boolean;
  challenged?: boolean;
}

/** Maximum length of an error or a description; texts for people are shorter. */
const MAX_SEARCHED = 4_096;

/** Redirect target and content type are under the provider's control and are not quoted. */
const UNUSABLE: Partial<Record<GuardedRequestCode, string>> = {
  'transport.redirect': 'redirects, which no library follows',
  'transport.content-type': 'answers with no JSON',
};

/** Errors of a provider that is busy (RFC 6749 section 4.1.2.1; RFC 8628 section 3.5). */
const LATER = ['temporarily_unavailable', 'slow_down'];

/** Statuses by which client authentication is refused. */
const REFUSALS = [400, 401, 403];

const later = (status: number | undefined): TokenOutcome => ({
  kind: 'unknown',
  message: `The token endpoint asks to come later${
    status === undefined ? '' : ` (status ${status})`
  }`,
});

const broken = (message: string, status?: number): TokenOutcome => ({
  kind: 'broken',
  message: `The token endpoint ${message}`,
  status,
});

function holds(text: unknown, secret: string): boolean {
  if (typeof text !== 'string') return false;
  const start = text.slice(0, MAX_SEARCHED);
  return secretScrubber([{ clientId: '', secret }])(start) !== start;
}

/** The known explanation of a description. */
function meaningOf(
  description: unknown,
  profile: ProviderProfile,
): Pick<Refused, 'explanation' | 'productCode'> {
  if (typeof description !== 'string') return {};
  const explanation = explain(description, profile);
  const [number] = explanation?.isNumber
    ? explanation.text.exec(description) ?? []
    : [];
  return { explanation, productCode: number };
}

/** Reads an error body (RFC 6749 section 5.2). */
function refused(
  status: number,
  body: unknown,
  request: AskedWith,
  authMethod: AuthMethod,
  { retryAfter, challenged = false }: Seen,
): TokenOutcome {
  const { error, error_description: description } = (body ?? {}) as Record<
    string,
    unknown
  >;
  if (status === 503 && retryAfter) return later(status);
  if (typeof error === 'string' && LATER.includes(error)) return later(status);
  if (status >= 500 || error === 'server_error')
    return broken(`answers with status ${status}`, status);
  if (typeof error !== 'string')
    return REFUSALS.includes(status)
      ? { kind: 'mute', status, challenged, authMethod }
      : broken(`answers with status ${status}`, status);
  return {
    kind: 'refused',
    status,
    authMethod,
    error: knownError(error),
    repeatsSecret: [error, description].some(text =>
      holds(text, request.secret),
    ),
    ...meaningOf(description, request.profile),
  };
}

/** The parsed answer behind the library's error. */
function bodyBehind(error: unknown): Record<string, unknown> {
  let current = error as { cause?: unknown; body?: unknown } | undefined;
  for (let depth = 0; current && depth < 5; depth += 1) {
    if (typeof current.body === 'object' && current.body !== null)
      return current.body as Record<string, unknown>;
    current = current.cause as typeof current;
  }
  return {};
}

/** A successful status without a token. */
function withoutToken(error: unknown, status: number): TokenOutcome {
  const body = bodyBehind(error);
  if (typeof body.error === 'string')
    return broken(
      `answers an error with status ${status}, which libraries take for a token`,
      status,
    );
  if (
    typeof body.access_token === 'string' &&
    typeof body.token_type === 'string'
  )
    return broken(
      'answers a token of another type than Bearer, the only one that Camunda takes',
      status,
    );
  if (typeof body.access_token !== 'string')
    return broken(`answers with status ${status} and no access token`, status);
  return broken('does not answer as RFC 6749 section 5.1 describes', status);
}

/**
 * Classifies what an exception of a token request says about the endpoint.
 *
 * @param seen - the answer behind it
 */
export async function classify(
  error: unknown,
  request: AskedWith,
  authMethod: AuthMethod,
  seen: Seen,
): Promise<TokenOutcome> {
  const guarded = guardedErrorOf(error);
  if (guarded)
    return saysNothing(guarded)
      ? { kind: 'unknown', message: guarded.message }
      : broken(
          UNUSABLE[guarded.code] ?? `does not answer: ${guarded.message}`,
          guarded.status,
        );
  if (error instanceof client.ResponseBodyError)
    return refused(error.status, error.cause, request, authMethod, seen);
  // With a challenge in the header the library leaves the body unread.
  if (error instanceof client.WWWAuthenticateChallengeError)
    return refused(
      error.status,
      await error.response.json().catch(() => undefined),
      request,
      authMethod,
      seen,
    );
  const { status } = seen;
  if (status === undefined)
    return {
      kind: 'unknown',
      message: 'The token endpoint could not be asked',
    };
  if (status >= 400)
    return refused(status, undefined, request, authMethod, seen);
  return withoutToken(error, status);
}
