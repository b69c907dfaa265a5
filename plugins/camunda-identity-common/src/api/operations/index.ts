import type { z } from 'zod';
import type { OperationId } from '../routes';
import { checkOperations } from './checks';
import { configOperations } from './config';
import { connectionOperations } from './connections';
import { factOperations } from './facts';
import { initialClaimOperations } from './initialClaim';
import { loginTestOperations } from './loginTests';
import { providerSetupOperations } from './providerSetup';
import { secretOperations } from './secrets';
import type { Answer, Operation, OperationOptions } from './types';

export type { Answer, Operation, OperationOptions };
export { TAGS } from './types';

/**
 * What every operation takes and answers, by its name. A new resource is a file beside this one and a line
 * here; its paths stand in `../routes`.
 *
 * @public
 */
export function operationsOf(options: OperationOptions = {}) {
  return {
    ...connectionOperations(options),
    ...configOperations,
    ...providerSetupOperations(options),
    ...checkOperations(options),
    ...loginTestOperations(options),
    ...initialClaimOperations,
    ...secretOperations,
    ...factOperations,
  } satisfies Record<OperationId, Operation>;
}

/** @public */
export type Operations = ReturnType<typeof operationsOf>;

/** What an operation answers. @public */
export type AnswerOf<K extends OperationId> = Operations[K] extends {
  answer: Answer<infer T>;
}
  ? T
  : void;

/** The body of an operation, as a caller sends it. @public */
export type BodyOf<K extends OperationId> = Operations[K] extends {
  body: { schema: infer S extends z.ZodType };
}
  ? z.input<S>
  : undefined;

/** The body of an operation, as it was read. @public */
export type ReadBodyOf<K extends OperationId> = Operations[K] extends {
  body: { schema: infer S extends z.ZodType };
}
  ? z.output<S>
  : undefined;

/** The query of an operation, as it was read. @public */
export type ReadQueryOf<K extends OperationId> = Operations[K] extends {
  query: infer S extends z.ZodType;
}
  ? z.output<S>
  : {};

/** The names of the parameters in a path. @public */
export type NamesIn<P extends string> =
  P extends `${string}:${infer N}/${infer R}`
    ? N | NamesIn<`/${R}`>
    : P extends `${string}:${infer N}`
    ? N
    : never;

/** The parameters in a path: those with a schema as it reads them, others as text. @public */
export type ParamsIn<P extends string> = Record<NamesIn<P>, string>;
