import { normalHost } from './addresses';
import {
  GuardedRequestError,
  guardedErrorOf,
  outOfReach,
  type GuardedRequestCode,
} from './errors';

interface Failure {
  code: GuardedRequestCode;
  /** Predicate that follows the origin. */
  text: string;
  remedy?: string;
}

const CLOSED: Failure = {
  code: 'transport.unreachable',
  text: 'closed the connection before the answer was complete',
  remedy:
    'Check the provider and what stands in front of it (load balancer, ingress): it accepts connections and drops them.',
};
const UNKNOWN_AUTHORITY: Failure = {
  code: 'transport.tls-chain',
  text: 'has a certificate of an authority that this portal does not know',
  remedy:
    'If it is your company’s own authority: add its certificate to camundaIdentity.http.caFiles of this portal, and to the truststore of every Camunda component. If it is a public one: the server does not send its intermediate certificates; configure the full chain there.',
};
const HANDSHAKE: Failure = {
  code: 'transport.tls-handshake',
  text: 'does not speak TLS 1.2 or newer as this portal does',
};
const NO_ROUTE: Failure = {
  code: 'transport.unreachable',
  text: 'cannot be reached: there is no route to it from this portal',
};
const TIMEOUT: Failure = {
  code: 'transport.timeout',
  text: 'did not answer in time',
};

/** By error code of Node, OpenSSL or undici. */
const FAILURES: Record<string, Failure> = {
  ENOTFOUND: {
    code: 'transport.dns',
    text: 'has a host name that is not known here',
  },
  EAI_AGAIN: {
    code: 'transport.dns',
    text: 'has a host name that could not be looked up just now',
    remedy: 'Check the name service (DNS) of this portal and run again.',
  },
  ECONNREFUSED: {
    code: 'transport.unreachable',
    text: 'cannot be reached: the connection was refused',
    remedy:
      'Nothing listens at that host and port. Check both, and that the provider runs.',
  },
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  EHOSTUNREACH: NO_ROUTE,
  ENETUNREACH: NO_ROUTE,
  EADDRNOTAVAIL: NO_ROUTE,
  UND_ERR_CONNECT_TIMEOUT: {
    ...TIMEOUT,
    text: 'did not accept a connection in time',
    remedy:
      'A firewall often drops connections silently. Check that this portal may reach the provider.',
  },
  UND_ERR_HEADERS_TIMEOUT: TIMEOUT,
  UND_ERR_BODY_TIMEOUT: TIMEOUT,
  ETIMEDOUT: TIMEOUT,
  // Only a proxy that refuses a tunnel ends up here; timeouts are handled before.
  UND_ERR_ABORTED: {
    code: 'transport.unreachable',
    text: 'cannot be reached: the connection was refused on the way',
    remedy:
      'Ask the administrators of the proxy to allow the host, and check the credentials in HTTPS_PROXY.',
  },
  CERT_HAS_EXPIRED: {
    code: 'transport.tls-expiry',
    text: 'has a certificate that has expired',
  },
  CERT_NOT_YET_VALID: {
    code: 'transport.tls-expiry',
    text: 'has a certificate that is not valid yet',
    remedy: 'Check the clocks of the provider and of this portal.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    code: 'transport.tls-name',
    text: 'has a certificate for another name',
  },
  HOSTNAME_MISMATCH: {
    code: 'transport.tls-name',
    text: 'has a certificate for another name',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    ...UNKNOWN_AUTHORITY,
    text: 'has a self-signed certificate',
  },
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  CERT_UNTRUSTED: UNKNOWN_AUTHORITY,
  INVALID_CA: UNKNOWN_AUTHORITY,
  CERT_SIGNATURE_FAILURE: UNKNOWN_AUTHORITY,
  CERT_REVOKED: {
    code: 'transport.tls-chain',
    text: 'has a certificate that was revoked',
    remedy: 'Install a new certificate at the provider.',
  },
  UND_ERR_HEADERS_OVERFLOW: {
    code: 'transport.too-large',
    text: 'sends more headers than any provider needs',
  },
  UND_ERR_RES_EXCEEDED_MAX_SIZE: {
    code: 'transport.too-large',
    text: 'sends too large an answer',
  },
};

const BROKEN: Failure = {
  code: 'transport.broken-answer',
  text: 'sends something that is not a well-formed HTTP answer',
};
const BROKEN_COMPRESSION: Failure = {
  code: 'transport.broken-answer',
  text: 'sends an answer whose compression is broken',
};

/** Families of codes; the first match applies. */
const FAMILIES: ReadonlyArray<[RegExp, Failure]> = [
  [/^HPE_INVALID_EOF_STATE$/, CLOSED],
  [/^HPE_HEADER_OVERFLOW$/, FAILURES.UND_ERR_HEADERS_OVERFLOW],
  [/^(HPE_|UND_ERR_RES_CONTENT_LENGTH_MISMATCH$)/, BROKEN],
  [/^Z_|^ERR_(BROTLI_|ZLIB_|_ERROR_|PADDING)/, BROKEN_COMPRESSION],
  [/^(ERR_SSL_|EPROTO$)/, HANDSHAKE],
];

/** Codes of an error, of its aggregated errors and of its causes, outermost first. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let current = error as
    | { code?: unknown; name?: string; cause?: unknown; errors?: unknown[] }
    | undefined;
  for (let depth = 0; current && depth < 6; depth += 1) {
    if (typeof current.code === 'string') codes.push(current.code);
    if (current.name === 'TimeoutError') codes.push('ETIMEDOUT');
    // undici does not always say which parser error it was.
    if (current.name === 'HTTPParserError') codes.push('HPE_');
    for (const inner of current.errors ?? []) codes.push(...codesOf(inner));
    current = current.cause as typeof current;
  }
  return codes;
}

function failureOf(error: unknown): Failure {
  const codes = codesOf(error);
  for (const code of codes) {
    const failure =
      FAILURES[code] ?? FAMILIES.find(([pattern]) => pattern.test(code))?.[1];
    if (failure) return failure;
  }
  return { code: 'transport.unreachable', text: 'cannot be reached' };
}

/** Codes that reveal what is at an address before it has proved to be a provider. */
const TELLING: readonly GuardedRequestCode[] = [
  'transport.dns',
  'transport.unreachable',
  'transport.timeout',
  'transport.tls-handshake',
  'transport.broken-answer',
];

/**
 * Turns an exception of Node, OpenSSL or undici into an error with a finding code. Name service, connection,
 * TLS, time, size and form are distinguished, since different people have to fix them.
 *
 * @param origin - scheme, host and port of the request, for the message
 * @param options - `proxied`: the request went through this portal's proxy; `mayTell`: false if the reason is for the log only
 */
export function toGuardedRequestError(
  error: unknown,
  origin: string,
  {
    proxied = false,
    mayTell = true,
  }: { proxied?: boolean; mayTell?: boolean } = {},
): GuardedRequestError {
  const own = guardedErrorOf(error);
  const { code, text, remedy } = own
    ? { code: own.code, text: own.message, remedy: own.remedy }
    : failureOf(error);
  if (!mayTell && TELLING.includes(code))
    return outOfReach(normalHost(new URL(origin).hostname), `${code}: ${text}`);
  if (own) return own;
  return new GuardedRequestError(
    code,
    `${origin} ${text}${proxied ? ' (asked through this portal’s proxy)' : ''}`,
    { cause: error, remedy },
  );
}

/** The connection broke before there was an answer; the same request may succeed on a new one. */
export function isClosed(error: unknown): boolean {
  return failureOf(error) === CLOSED;
}
