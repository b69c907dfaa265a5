/**
 * The record's schema and the functions over it; pulls in zod.
 *
 * @packageDocumentation
 */
export * from './connections';
export * from './providers';
