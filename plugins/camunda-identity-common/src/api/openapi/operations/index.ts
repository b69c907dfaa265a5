import type { OpenApiOptions, Operation } from '../types';
import { checkOperations } from './checks';
import { configOperations } from './config';
import { connectionOperations } from './connections';
import { factOperations } from './facts';
import { initialClaimOperations } from './initialClaim';
import { secretOperations } from './secrets';

/**
 * Every call of the API. A new resource is a file beside this one and a line here.
 *
 * @public
 */
export function operationsOf(options: OpenApiOptions): Operation[] {
  return [
    ...connectionOperations(options),
    ...configOperations,
    ...checkOperations(options),
    ...initialClaimOperations,
    ...secretOperations,
    ...factOperations,
  ];
}
