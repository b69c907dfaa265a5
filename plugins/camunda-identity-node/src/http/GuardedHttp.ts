import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { readAuthorities } from './authorities';
import { ACCEPT_ENCODING } from './body';
import { Connections } from './Connections';
import { withDeadline } from './deadline';
import { closingError, GuardedRequestError } from './errors';
import { isClosed, toGuardedRequestError } from './failures';
import {
  DEFAULT_LIMITS,
  type GuardedHttpOptions,
  type GuardedRequestInit,
} from './GuardedHttpOptions';
import { HostLimiter, type Turn } from './HostLimiter';
import { Observations, type OriginSeen } from './observations';
import { HttpPolicy } from './policy';
import { readAnswer } from './readAnswer';
import type { RunClock } from './RunClock';
import { userAgentOf } from './userAgent';

/** Statuses of a gateway while the provider behind it restarts (RFC 9110 section 15.6). */
const PASSING = [500, 502, 503, 504];

function parseUrl(input: string | URL): URL {
  // A document may contain anything where a URL should be.
  const text = input instanceof URL ? input.href : input;
  if (typeof text === 'string' && URL.canParse(text)) return new URL(text);
  // Not repeated in the message: the text may be a secret.
  throw new GuardedRequestError(
    'transport.refused-by-policy',
    typeof text === 'string'
      ? 'The address is not an absolute URL'
      : 'The address is not a text',
  );
}

/** Parts shared by all clients of a process. */
interface Parts {
  closing: AbortController;
  policy: HttpPolicy;
  connections: Connections;
  observations: Observations;
  limiter: HostLimiter;
  limits: typeof DEFAULT_LIMITS;
  userAgent: string;
  log: (line: string) => void;
}

/**
 * A run and its client.
 *
 * @public
 */
export interface GuardedRun {
  of: GuardedHttp;
  turn?: Turn;
  clock: RunClock;
}

function createParts(options: GuardedHttpOptions): Parts {
  const { requestTimeoutMs, maxBodyBytes, maxPerHost, retryDelayMs } = options;
  const limits = {
    requestTimeoutMs: requestTimeoutMs ?? DEFAULT_LIMITS.requestTimeoutMs,
    maxBodyBytes: maxBodyBytes ?? DEFAULT_LIMITS.maxBodyBytes,
    maxPerHost: maxPerHost ?? DEFAULT_LIMITS.maxPerHost,
    retryDelayMs: retryDelayMs ?? DEFAULT_LIMITS.retryDelayMs,
  };
  const policy = new HttpPolicy(options);
  const authorities = readAuthorities(options.caFiles ?? []);
  const observations = new Observations(authorities.privateAuthorities);
  return {
    closing: new AbortController(),
    policy,
    observations,
    limits,
    limiter: new HostLimiter(limits.maxPerHost),
    userAgent: userAgentOf(options.portal),
    log: options.log ?? (() => {}),
    connections: new Connections(options, {
      policy,
      authorities,
      observations,
      timeoutMs: limits.requestTimeoutMs,
      maxPerHost: limits.maxPerHost,
    }),
  };
}

/**
 * The only way out to the network: every request to a provider goes through here, including those of
 * `openid-client`. Addresses are checked when the connection is made, so that a name cannot resolve to another
 * address in between; redirects are not followed; time, size and number of requests are limited.
 *
 * @public
 */
export class GuardedHttp {
  readonly #parts: Parts;
  readonly #turn?: Turn;
  readonly #clock?: RunClock;

  /**
   * @param options - settings; or, for {@link GuardedHttp.forRun}, the shared parts of another client
   * @throws Error for an invalid file or network in the options
   */
  constructor(options: GuardedHttpOptions = {}, run?: GuardedRun) {
    this.#parts = run ? run.of.#parts : createParts(options);
    this.#turn = run?.turn;
    this.#clock = run?.clock;
  }

  /**
   * The same client for one run, whose requests take turns with those of other runs.
   *
   * @param turn - on whose behalf
   * @param clock - of the run; paused while its requests wait
   */
  forRun(turn: Turn | undefined, clock: RunClock): GuardedHttp {
    return new GuardedHttp({}, { of: this, turn, clock });
  }

  /**
   * Like fetch, but guarded; the body of the answer has been read completely.
   *
   * @throws GuardedRequestError when there is no usable answer; the caller's own abort reason when the
   * signal was aborted
   */
  async fetch(
    input: string | URL,
    init: GuardedRequestInit = {},
  ): Promise<Response> {
    const url = parseUrl(input);
    const { closing, limits, log } = this.#parts;
    try {
      const proxy = this.#parts.connections.proxyFor(url);
      this.#parts.policy.assertUrl(url, { proxied: proxy !== undefined });
      closing.signal.throwIfAborted();
      const release = await this.#place(url, init.signal);
      try {
        return await withDeadline(
          limits.requestTimeoutMs,
          init.signal,
          signal => this.#request(url, { ...init, signal }, proxy),
        );
      } catch (error) {
        if (init.signal?.aborted && error === init.signal.reason) throw error;
        closing.signal.throwIfAborted();
        throw this.#guardedError(error, url, proxy !== undefined);
      } finally {
        release();
      }
    } catch (error) {
      if (error instanceof GuardedRequestError && error.detail)
        log(`${url.origin} was not reached: ${error.detail}`);
      throw error;
    }
  }

  /**
   * Certificate and clock of an origin, as seen at the last request.
   *
   * @param origin - scheme, host and port, as in `URL.origin`
   */
  seen(origin: string): OriginSeen | undefined {
    return this.#parts.observations.of(origin);
  }

  /**
   * Aborted when this client is closed, so that a request that fails for that reason does not count as a failure
   * of the provider.
   */
  get closing(): AbortSignal {
    return this.#parts.closing.signal;
  }

  /** Ends running requests and closes all connections. */
  async close(): Promise<void> {
    const { closing, connections } = this.#parts;
    if (closing.signal.aborted) return;
    closing.abort(closingError());
    await connections.close();
  }

  /**
   * Waits until a request to the host may be made.
   *
   * @returns a function to call when the request is over
   * @throws GuardedRequestError with `transport.not-asked` when the run has waited long enough
   */
  async #place(
    { host }: URL,
    signal?: AbortSignal | null,
  ): Promise<() => void> {
    const { limiter, closing } = this.#parts;
    const ends = [closing.signal, signal, this.#clock?.queueOver].filter(
      entry => entry !== undefined && entry !== null,
    );
    const place = limiter.acquire(host, this.#turn, AbortSignal.any(ends));
    if (typeof place === 'function') return place;
    return this.#clock ? this.#clock.wait(place) : place;
  }

  #guardedError(error: unknown, url: URL, proxied: boolean) {
    const { policy, connections } = this.#parts;
    return toGuardedRequestError(error, url.origin, {
      proxied,
      mayTell: policy.mayTell(
        url.hostname,
        connections.addressesOf(url.hostname),
      ),
    });
  }

  /** Repeats a GET once after a temporary fault. */
  async #request(
    url: URL,
    init: GuardedRequestInit & { signal: AbortSignal },
    proxy: string | undefined,
  ): Promise<Response> {
    const repeatable =
      (init.method ?? 'GET') === 'GET' && (init.accept ?? 'json') === 'json';
    try {
      const response = await this.#exchange(url, init, proxy);
      if (!repeatable || !PASSING.includes(response.status)) return response;
      // A server that names a time for the next try must not be asked earlier.
      if (response.headers.has('retry-after')) return response;
    } catch (error) {
      if (!repeatable || init.signal.aborted || !isClosed(error)) throw error;
    }
    await sleep(this.#parts.limits.retryDelayMs, undefined, {
      signal: init.signal,
    });
    return this.#exchange(url, init, proxy);
  }

  async #exchange(
    url: URL,
    init: GuardedRequestInit & { signal: AbortSignal },
    proxy: string | undefined,
  ): Promise<Response> {
    const headers: Record<string, string> = {};
    for (const [name, value] of new Headers(init.headers))
      headers[name] = value;
    headers['user-agent'] = this.#parts.userAgent;
    headers['accept-encoding'] = ACCEPT_ENCODING;
    const sentAt = Date.now();
    const answer = await this.#parts.connections.dispatcher(proxy).request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: (init.method ?? 'GET') as Dispatcher.HttpMethod,
      headers,
      // For a string undici sends Content-Length, which some token endpoints require.
      body:
        init.body === undefined || init.body === null
          ? undefined
          : String(init.body),
      signal: init.signal,
    });
    // An answer that is not read to its end must not cause an uncaught error.
    answer.body.on('error', () => {});
    try {
      return await readAnswer(answer, {
        url,
        json: (init.accept ?? 'json') === 'json',
        maxBodyBytes: this.#parts.limits.maxBodyBytes,
        onHeaders: received =>
          this.#parts.observations.answer(
            url.origin,
            received,
            sentAt,
            Date.now(),
          ),
      });
    } finally {
      if (!answer.body.readableEnded) answer.body.destroy();
    }
  }
}
