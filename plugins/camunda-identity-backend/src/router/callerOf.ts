import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { CallerResolver } from '../access/CallerResolver';
import type { Caller } from '../input/Caller';

/** @throws AuthenticationError without a credential */
export type CallerOf = (req: Request) => Promise<Caller>;

/** Finds out who makes an HTTP call. */
export function createCallerOf(options: {
  httpAuth: HttpAuthService;
  callers: CallerResolver;
}): CallerOf {
  const { httpAuth, callers } = options;
  return async req => callers.resolve(await httpAuth.credentials(req));
}
