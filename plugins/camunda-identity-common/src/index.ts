/**
 * Camunda's documented OIDC set-up as data, the connection record, and pure functions over both. No I/O.
 *
 * @packageDocumentation
 */
export * from './camunda';
export * from './providers';
export * from './checks';
export * from './connections';
export * from './config/index';
export * from './api';
export * from './permissions';
export * from './text';
export { shown } from './fields/line';

// Types that the exports above refer to.

// Types that the exports above refer to.
export type { operationsOf } from './api/operations';
export type { OperationOptions } from './api/operations/types';
export type { ProviderSetup, SetupProduct } from './providers/setup';
export type {
  ApplicationKind,
  SETUP_PRODUCTS,
  SetupApplication,
  SetupStep,
  SetupValue,
} from './providers/setup/types';
