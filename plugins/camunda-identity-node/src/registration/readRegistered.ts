import type { RegistrationRequest } from 'backstage-plugin-camunda-identity-common/setup';

/**
 * An application as registered by the provider.
 *
 * @public
 */
export interface RegisteredApplication {
  clientId: string;
  /** Absent for an application without one. */
  secret?: string;
  /** ISO 8601; absent if it does not expire. */
  secretExpiresAt?: string;
  /** Only if it is at the origin of the endpoint: the token goes nowhere else. */
  registrationClientUri?: string;
  registrationAccessToken?: string;
  /** Members of the request that were registered differently. */
  changed: string[];
}

const MAX_CLIENT_ID = 255;
const MAX_TOKEN = 4096;

/** RFC 3339's last year: a date beyond it is a provider's mistake. */
const MAX_SECONDS = 253_402_300_799;

/** Compares lists in any order; their entries need not be strings. */
function comparable(value: unknown): string {
  return JSON.stringify(
    Array.isArray(value)
      ? value.map(entry => JSON.stringify(entry)).sort()
      : value,
  );
}

/** Harmless differences: a provider may add scopes or use another order. */
const COMPARED = [
  'redirect_uris',
  'post_logout_redirect_uris',
  'grant_types',
  'response_types',
  'token_endpoint_auth_method',
] as const;

function changedIn(
  document: Record<string, unknown>,
  request: RegistrationRequest,
): string[] {
  return COMPARED.filter(
    member =>
      request[member] !== undefined &&
      document[member] !== undefined &&
      comparable(document[member]) !== comparable(request[member]),
  );
}

function expiry(value: unknown): string | undefined {
  return typeof value === 'number' && value > 0 && value <= MAX_SECONDS
    ? new Date(value * 1000).toISOString()
    : undefined;
}

function text(value: unknown, max: number): string | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= max
    ? value
    : undefined;
}

/** Reads the answer of a registration endpoint (RFC 7591 section 3.2.1). */
export function readRegistered(
  document: unknown,
  request: RegistrationRequest,
  endpoint: string,
):
  | { ok: true; application: RegisteredApplication }
  | { ok: false; isGeneral: boolean; message: string } {
  const answer = (
    typeof document === 'object' && document !== null ? document : {}
  ) as Record<string, unknown>;
  const clientId = text(answer.client_id, MAX_CLIENT_ID);
  if (!clientId)
    return {
      ok: false,
      isGeneral: true,
      message:
        'The registration endpoint answers without a client ID; look at the provider whether it has made an application',
    };
  const uri = text(answer.registration_client_uri, 2048);
  const isOwn =
    uri !== undefined &&
    URL.canParse(uri) &&
    new URL(uri).origin === new URL(endpoint).origin;
  return {
    ok: true,
    application: {
      clientId,
      // Not truncated here: a secret that is too long is refused with the reason.
      secret: text(answer.client_secret, Infinity),
      secretExpiresAt: expiry(answer.client_secret_expires_at),
      ...(isOwn
        ? {
            registrationClientUri: uri,
            registrationAccessToken: text(
              answer.registration_access_token,
              MAX_TOKEN,
            ),
          }
        : {}),
      changed: changedIn(answer, request),
    },
  };
}
