import type { RegistrationRequest } from 'backstage-plugin-camunda-identity-common/setup';
import { shown } from 'backstage-plugin-camunda-identity-common';
import { parseDocument } from '../checks/parseDocument';
import { knownError, UNKNOWN_ERROR } from '../checks/token/oauthErrors';
import {
  guardedErrorOf,
  type GuardedHttp,
  type GuardedRequestCode,
} from '../http';
import { readRegistered, type RegisteredApplication } from './readRegistered';

/**
 * The outcome of one registration request.
 *
 * @public
 */
export type RegistrationOutcome =
  | { ok: true; application: RegisteredApplication }
  | {
      ok: false;
      /** For people; may contain the provider's own text. */
      message: string;
      /** The next request would fail too: the cause is not this application. */
      isGeneral: boolean;
    };

/** The request may have arrived even though there was no answer. */
const SENT_AND_LOST: readonly GuardedRequestCode[] = [
  'transport.timeout',
  'transport.content-type',
  'transport.too-large',
  'transport.broken-answer',
];

/** Maximum length at which a provider's text is repeated. */
const MAX_TEXT = 300;

/** Errors of a registration endpoint (RFC 7591 section 3.2.2), in addition to those of every endpoint. */
const ERRORS = [
  'invalid_redirect_uri',
  'invalid_client_metadata',
  'invalid_software_statement',
  'unapproved_software_statement',
];

const plain = (value: unknown) =>
  typeof value === 'string' ? shown(value.slice(0, MAX_TEXT)) : '';

/**
 * The provider's error text; for a request with a token only a known error code, since the text may repeat the
 * token.
 */
function wordsOf(document: unknown, hadToken: boolean): string {
  const { error, error_description: description } = (document ?? {}) as Record<
    string,
    unknown
  >;
  if (!hadToken)
    return [plain(error), plain(description)].filter(Boolean).join(': ');
  if (typeof error !== 'string') return '';
  const word = ERRORS.includes(error) ? error : knownError(error);
  return word === UNKNOWN_ERROR ? '' : word;
}

function refusal(
  status: number,
  document: unknown,
  hadToken: boolean,
): RegistrationOutcome {
  const words = wordsOf(document, hadToken);
  const said = words ? ` and says "${words}"` : '';
  // RFC 7591 section 3.2.2: 400 is about the request; anything else is about the caller or the server.
  if (status === 400)
    return {
      ok: false,
      isGeneral: false,
      message: `The provider refuses the application (status 400)${said}`,
    };
  if (status === 401 || status === 403)
    return {
      ok: false,
      isGeneral: true,
      message: `The provider refuses to register (status ${status})${said}. Enter an initial access token that is valid and may still be used`,
    };
  return {
    ok: false,
    isGeneral: true,
    message: `The registration endpoint answers with status ${status}${said}`,
  };
}

/**
 * Registers one application (RFC 7591 section 3) through the guarded way out.
 *
 * @returns never rejects, except when `signal` is aborted
 * @public
 */
export async function registerApplication(
  http: GuardedHttp,
  what: {
    endpoint: string;
    initialAccessToken?: string;
    request: RegistrationRequest;
    signal: AbortSignal;
  },
): Promise<RegistrationOutcome> {
  const { endpoint, initialAccessToken, request, signal } = what;
  try {
    const response = await http.fetch(endpoint, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...(initialAccessToken
          ? { Authorization: `Bearer ${initialAccessToken}` }
          : {}),
      },
      body: JSON.stringify(request),
      signal,
    });
    const parsed = parseDocument(await response.text());
    const document = parsed.ok ? parsed.value : undefined;
    // 201 by the RFC; some servers answer 200.
    if (response.status !== 201 && response.status !== 200)
      return refusal(
        response.status,
        document,
        initialAccessToken !== undefined,
      );
    return readRegistered(document, request, endpoint);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    if (!guarded) throw error;
    const unsure = SENT_AND_LOST.includes(guarded.code)
      ? 'Look at the provider whether it has made the application all the same'
      : undefined;
    return {
      ok: false,
      isGeneral: true,
      message: [guarded.message, guarded.remedy, unsure]
        .filter(Boolean)
        .join('. '),
    };
  }
}

/**
 * Takes back a registration that could not be kept (RFC 7592 section 2.3).
 *
 * @returns false if the provider did not confirm that it is gone
 * @public
 */
export async function unregisterApplication(
  http: GuardedHttp,
  { registrationClientUri, registrationAccessToken }: RegisteredApplication,
  signal: AbortSignal,
): Promise<boolean> {
  if (!registrationClientUri || !registrationAccessToken) return false;
  try {
    const response = await http.fetch(registrationClientUri, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${registrationAccessToken}` },
      signal,
      accept: 'any',
    });
    return response.status === 204 || response.status === 200;
  } catch (error) {
    if (!guardedErrorOf(error)) throw error;
    return false;
  }
}
