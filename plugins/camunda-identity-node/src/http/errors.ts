import { ServiceUnavailableError } from '@backstage/errors';

/** Finding codes of requests without a usable answer. @public */
export type GuardedRequestCode =
  | 'transport.refused-by-policy'
  | 'transport.dns'
  | 'transport.unreachable'
  | 'transport.timeout'
  | 'transport.tls-chain'
  | 'transport.tls-name'
  | 'transport.tls-expiry'
  | 'transport.tls-handshake'
  | 'transport.redirect'
  | 'transport.rate-limited'
  | 'transport.not-asked'
  | 'transport.content-type'
  | 'transport.too-large'
  | 'transport.broken-answer';

/** @public */
export interface GuardedRequestErrorOptions extends ErrorOptions {
  /** What to do, where the catalogue's remedy is not exact enough. */
  remedy?: string;
  /** HTTP status, where there was an answer. */
  status?: number;
  /** Where a redirect leads. */
  redirect?: URL;
  /** For the portal's log; never part of a finding or an answer. */
  detail?: string;
}

/**
 * Why a request to a provider gave no usable answer. `code` is a finding code of the catalogue; the message can
 * be shown to people and never contains the body of an answer.
 *
 * @public
 */
export class GuardedRequestError extends Error {
  name = 'GuardedRequestError';
  readonly code: GuardedRequestCode;
  readonly remedy?: string;
  readonly status?: number;
  /** Where a redirect leads; may contain anything and is therefore in no message. */
  readonly redirect?: URL;
  readonly detail?: string;

  constructor(
    code: GuardedRequestCode,
    message: string,
    options: GuardedRequestErrorOptions = {},
  ) {
    super(message, options);
    this.code = code;
    this.remedy = options.remedy;
    this.status = options.status;
    this.redirect = options.redirect;
    this.detail = options.detail;
  }
}

/**
 * The single answer for every unreachable host outside `allowedHosts`: whether it is unknown, private, closed
 * or silent is only logged, since the difference would let callers map the network.
 *
 * @param host - host name or address, without a port
 * @param detail - the reason, for the log
 *
 * @public
 */
export function outOfReach(host: string, detail: string): GuardedRequestError {
  return new GuardedRequestError(
    'transport.refused-by-policy',
    `${host} may not be reached from here`,
    {
      detail,
      remedy:
        'Check the spelling of the address. A provider inside your network has to be in camundaIdentity.http.allowedHosts; the portal’s administrators can add it, and find the reason in the portal’s log.',
    },
  );
}

/**
 * Thrown for runs that are under way when the client is closed; says nothing about the provider.
 *
 * @public
 */
export function closingError(): Error {
  return new ServiceUnavailableError(
    'The portal is shutting down; try again in a moment',
  );
}

/**
 * The guarded client's error behind a library's error.
 *
 * @public
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
