/**
 * Why a request to a provider gave no usable answer. `code` is a finding code of the catalogue; the
 * message is fit for people and never holds the body of an answer.
 *
 * @public
 */
export class GuardedRequestError extends Error {
  name = 'GuardedRequestError';
  readonly code:
    | 'transport.refused-by-policy'
    | 'transport.unreachable'
    | 'transport.timeout'
    | 'transport.too-large';

  constructor(
    code: GuardedRequestError['code'],
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed before the answer was complete',
  UND_ERR_SOCKET: 'the connection was closed before the answer was complete',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate was issued by an authority that this portal does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate was issued by an authority that this portal does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'its certificate was issued by an authority that this portal does not know',
};

const TIMEOUTS = [
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
];

function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let current = error as
    | { code?: string; name?: string; cause?: unknown; errors?: unknown[] }
    | undefined;
  for (let depth = 0; current && depth < 6; depth += 1) {
    if (typeof current.code === 'string') codes.push(current.code);
    if (current.name === 'TimeoutError') codes.push('ETIMEDOUT');
    for (const inner of current.errors ?? []) codes.push(...codesOf(inner));
    current = current.cause as typeof current;
  }
  return codes;
}

/**
 * The error of the guarded way out behind what a library made of it.
 */
export function guardedErrorOf(
  error: unknown,
): GuardedRequestError | undefined {
  let current = error as { cause?: unknown } | undefined;
  for (let depth = 0; current && depth < 6; depth += 1) {
    if (current instanceof GuardedRequestError) return current;
    current = current.cause as typeof current;
  }
  return undefined;
}

/**
 * Turns what undici threw into an error with a finding code.
 *
 * @param origin - scheme, host and port of the request, for the message
 */
export function toGuardedRequestError(
  error: unknown,
  origin: string,
): GuardedRequestError {
  const own = guardedErrorOf(error);
  if (own) return own;
  const codes = codesOf(error);
  if (codes.some(code => TIMEOUTS.includes(code)))
    return new GuardedRequestError(
      'transport.timeout',
      `${origin} did not answer in time`,
      { cause: error },
    );
  if (codes.includes('UND_ERR_RES_EXCEEDED_MAX_SIZE'))
    return new GuardedRequestError(
      'transport.too-large',
      `The answer of ${origin} is too large`,
      { cause: error },
    );
  const reason = codes.map(code => REASONS[code]).find(Boolean);
  return new GuardedRequestError(
    'transport.unreachable',
    `${origin} cannot be reached${reason ? `: ${reason}` : ''}`,
    { cause: error },
  );
}
