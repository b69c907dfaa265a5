import type { ConnectionOptions } from './Connections';
import type { HttpPolicyOptions } from './policy';

/** @public */
export interface GuardedHttpOptions
  extends HttpPolicyOptions,
    ConnectionOptions {
  /** PEM files of certificate authorities to trust in addition to those of the process. */
  caFiles?: readonly string[];
  /** Milliseconds until a request, its body and its repetition included, is given up; 5,000 by default. */
  requestTimeoutMs?: number;
  /** Bytes of a body after decompression; 512 KiB by default. */
  maxBodyBytes?: number;
  /** Requests to one host at the same time; 12 by default. */
  maxPerHost?: number;
  /** Milliseconds before a GET is repeated (once) after a temporary fault; 250 by default. */
  retryDelayMs?: number;
  /** Address or name of the portal, for User-Agent. */
  portal?: string;
  /** Logs why a host outside `allowedHosts` was not reached, which no answer reveals. */
  log?: (line: string) => void;
}

/** @public */
export interface GuardedRequestInit {
  method?: string;
  headers?: HeadersInit;
  body?: unknown;
  signal?: AbortSignal | null;
  /**
   * `json`, the default: a redirect, 429 and a good answer that is not JSON are errors, and the body of a
   * bad answer that is not JSON is left out. `any`: whatever comes, for the probes of pages.
   */
  accept?: 'json' | 'any';
}

/** Limits where the options name none. @public */
export const DEFAULT_LIMITS = {
  requestTimeoutMs: 5_000,
  maxBodyBytes: 512 * 1024,
  maxPerHost: 12,
  retryDelayMs: 250,
};
