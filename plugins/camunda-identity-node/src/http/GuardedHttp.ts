import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { readLimited } from './body';
import { toGuardedRequestError } from './errors';
import { HttpPolicy, type HttpPolicyOptions } from './policy';

/** @public */
export interface GuardedHttpOptions extends HttpPolicyOptions {
  /** Milliseconds until a request, its body included, is given up; 5,000 by default. */
  requestTimeoutMs?: number;
  /** Bytes of a body after decompression; 512 KiB by default. */
  maxBodyBytes?: number;
  /** Sent as User-Agent. */
  userAgent?: string;
}

const DEFAULT_TIMEOUT_MS = 5_000;
const DEFAULT_MAX_BODY = 512 * 1024;

/** Statuses for which a Response must not have a body. */
const NULL_BODY = [101, 204, 205, 304];

/** Resolves a name and lets a connection be made only where every address is allowed. */
function guardedLookup(policy: HttpPolicy): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 0);
        return;
      }
      const list = addresses as LookupAddress[];
      try {
        for (const { address } of list) policy.assertAddress(hostname, address);
      } catch (refusal) {
        callback(refusal as NodeJS.ErrnoException, '', 0);
        return;
      }
      if (options.all) callback(null, list);
      else callback(null, list[0].address, list[0].family);
    });
  };
}

/**
 * The one way out to the network: every request to a provider goes through here, those of
 * `openid-client` included. Addresses are checked when the connection is made, so that a name cannot
 * change its mind in between; redirects are not followed; time and size are limited.
 *
 * @public
 */
export class GuardedHttp {
  readonly #policy: HttpPolicy;
  readonly #agent: Agent;
  readonly #timeoutMs: number;
  readonly #maxBody: number;
  readonly #userAgent: string;

  constructor(options: GuardedHttpOptions = {}) {
    this.#policy = new HttpPolicy(options);
    this.#timeoutMs = options.requestTimeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.#maxBody = options.maxBodyBytes ?? DEFAULT_MAX_BODY;
    this.#userAgent = options.userAgent ?? 'backstage-camunda-identity';
    this.#agent = new Agent({
      connect: {
        lookup: guardedLookup(this.#policy),
        timeout: this.#timeoutMs,
      },
      connections: 8,
      keepAliveTimeout: 1_000,
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
    init: {
      method?: string;
      headers?: HeadersInit;
      body?: unknown;
      signal?: AbortSignal | null;
    } = {},
  ): Promise<Response> {
    const url = new URL(input);
    this.#policy.assertUrl(url);
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const signal = init.signal
      ? AbortSignal.any([init.signal, timeout])
      : timeout;
    const headers = new Headers(init.headers);
    headers.set('User-Agent', this.#userAgent);
    try {
      const response = await undiciFetch(url, {
        method: init.method,
        headers: [...headers],
        // A string body makes undici send Content-Length, which some token endpoints insist on.
        body: init.body === undefined ? undefined : String(init.body),
        redirect: 'manual',
        dispatcher: this.#agent,
        signal,
      });
      const body = await readLimited(response.body, this.#maxBody, url.origin);
      return new Response(NULL_BODY.includes(response.status) ? null : body, {
        status: response.status,
        statusText: response.statusText,
        headers: [...response.headers],
      });
    } catch (error) {
      if (init.signal?.aborted && !timeout.aborted) throw init.signal.reason;
      throw toGuardedRequestError(error, url.origin);
    }
  }

  /** Closes idle connections. */
  async close(): Promise<void> {
    await this.#agent.close();
  }
}
