/**
 * The typed client of the HTTP API.
 *
 * @packageDocumentation
 */
export * from './api/client';
export type { AnswerOf, BodyOf } from './api/operations';
export * from './api/names';
export * from './api/types';
export type { ClientKey } from './camunda/types';
export type { FindingCode } from './checks/catalogue';
export type * from './checks/types';
export type * from './connections/types';
export type { ProviderPreset, ProviderPresetAnswer } from './providers/presets';
export type { ProviderSummary } from './providers/summary';
