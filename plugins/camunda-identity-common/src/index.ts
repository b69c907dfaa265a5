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
export type { ProviderSetup, SetupProduct } from './providers/setup';
