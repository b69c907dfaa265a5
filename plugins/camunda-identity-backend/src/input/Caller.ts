import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** The caller with their identities. Resolved once, where the call comes in. */
export interface Caller {
  /** Entity reference of a user, or subject of a service. */
  ref: string;
  kind: 'user' | 'service';
  /** Entity references through which a user owns things; empty for a service. */
  ownership: readonly string[];
  /** For asking the permission policy and other plugins on the caller's behalf. */
  credentials: BackstageCredentials;
}

/** Options of every call. */
export interface CallOptions {
  caller: Caller;
  /** Value of `If-Match`, for calls that accept but do not require it. */
  condition?: string;
}
