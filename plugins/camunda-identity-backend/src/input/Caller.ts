import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Somebody who calls, with what they may be. Resolved once, where the call comes in. */
export interface Caller {
  /** Entity reference of a user, subject of a service. */
  ref: string;
  kind: 'user' | 'service';
  /** Entity references through which a user owns things; empty for a service. */
  ownership: readonly string[];
  /** To ask the permission policy and other plugins on the caller's behalf. */
  credentials: BackstageCredentials;
}

/** Options of every call. */
export interface CallOptions {
  caller: Caller;
  /** Value of `If-Match`, where a call may have one and need not. */
  condition?: string;
}
