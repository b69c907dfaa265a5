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
import { HostLimiter } from './HostLimiter';
import { Observations, type OriginSeen } from './observations';
import { HttpPolicy } from './policy';
import { readAnswer } from './readAnswer';
import { userAgentOf } from './userAgent';

/** What a gateway says while the provider behind it restarts (RFC 9110 section 15.6). */
const PASSING = [500, 502, 503, 504];

function parseUrl(input: string | URL): URL {
  // A document may hold anything where a URL should stand.
  const text = input instanceof URL ? input.href : input;
  if (typeof text === 'string' && URL.canParse(text)) return new URL(text);
  throw new GuardedRequestError(
    'transport.refused-by-policy',
    typeof text === 'string'
      ? `"${text.slice(0, 200)}" is not an absolute URL`
      : 'What should be a URL is not even a text',
  );
}

/**
 * The one way out to the network: every request to a provider goes through here, those of
 * `openid-client` included. Addresses are checked when the connection is made, so that a name cannot
 * change its mind in between; redirects are not followed; time, size and number are limited.
 *
 * @public
 */
export class GuardedHttp {
  readonly #closing = new AbortController();
  readonly #policy: HttpPolicy;
  readonly #connections: Connections;
  readonly #observations: Observations;
  readonly #limiter: HostLimiter;
  readonly #limits: typeof DEFAULT_LIMITS;
  readonly #userAgent: string;

  /** @throws Error for a file or network among the options that is none */
  constructor(options: GuardedHttpOptions = {}) {
    const { requestTimeoutMs, maxBodyBytes, maxPerHost, retryDelayMs } =
      options;
    this.#limits = {
      requestTimeoutMs: requestTimeoutMs ?? DEFAULT_LIMITS.requestTimeoutMs,
      maxBodyBytes: maxBodyBytes ?? DEFAULT_LIMITS.maxBodyBytes,
      maxPerHost: maxPerHost ?? DEFAULT_LIMITS.maxPerHost,
      retryDelayMs: retryDelayMs ?? DEFAULT_LIMITS.retryDelayMs,
    };
    this.#policy = new HttpPolicy(options);
    this.#limiter = new HostLimiter(this.#limits.maxPerHost);
    this.#userAgent = userAgentOf(options.portal);
    const authorities = readAuthorities(options.caFiles ?? []);
    this.#observations = new Observations(authorities.privateAuthorities);
    this.#connections = new Connections(options, {
      policy: this.#policy,
      authorities,
      observations: this.#observations,
      timeoutMs: this.#limits.requestTimeoutMs,
      maxPerHost: this.#limits.maxPerHost,
    });
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
    const proxy = this.#connections.proxyFor(url);
    this.#policy.assertUrl(url, { proxied: proxy !== undefined });
    this.#closing.signal.throwIfAborted();
    const release = await this.#limiter.acquire(url.host, init.signal);
    try {
      return await withDeadline(
        this.#limits.requestTimeoutMs,
        init.signal,
        signal => this.#request(url, { ...init, signal }, proxy),
      );
    } catch (error) {
      if (init.signal?.aborted && error === init.signal.reason) throw error;
      this.#closing.signal.throwIfAborted();
      throw toGuardedRequestError(error, url.origin, proxy !== undefined);
    } finally {
      release();
    }
  }

  /**
   * What was seen of an origin when it was last asked: its certificate, its clock.
   *
   * @param origin - scheme, host and port, as `URL.origin` has it
   */
  seen(origin: string): OriginSeen | undefined {
    return this.#observations.of(origin);
  }

  /**
   * Aborted when this is closed: a request that fails because of that must not be taken for a failure of the
   * provider.
   */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Ends what is under way and closes all connections. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort(closingError());
    await this.#connections.close();
  }

  /** Repeats a GET once where the fault is one of those that pass. */
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
      // Whoever says when to come again does not want it sooner.
      if (response.headers.has('retry-after')) return response;
    } catch (error) {
      if (!repeatable || init.signal.aborted || !isClosed(error)) throw error;
    }
    await sleep(this.#limits.retryDelayMs, undefined, { signal: init.signal });
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
    headers['user-agent'] = this.#userAgent;
    headers['accept-encoding'] = ACCEPT_ENCODING;
    const sentAt = Date.now();
    const answer = await this.#connections.dispatcher(proxy).request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: (init.method ?? 'GET') as Dispatcher.HttpMethod,
      headers,
      // A string makes undici send Content-Length, which some token endpoints insist on.
      body:
        init.body === undefined || init.body === null
          ? undefined
          : String(init.body),
      signal: init.signal,
    });
    // An answer that nobody reads to its end must not become an uncaught error.
    answer.body.on('error', () => {});
    try {
      return await readAnswer(answer, {
        url,
        json: (init.accept ?? 'json') === 'json',
        maxBodyBytes: this.#limits.maxBodyBytes,
        onHeaders: received =>
          this.#observations.answer(url.origin, received, sentAt, Date.now()),
      });
    } finally {
      if (!answer.body.readableEnded) answer.body.destroy();
    }
  }
}
