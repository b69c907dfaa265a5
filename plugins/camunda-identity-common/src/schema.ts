/**
 * The record's schema and the functions over it; pulls in zod.
 *
 * @packageDocumentation
 */
export * from './connections';
export * from './providers';

// Types that the exports above refer to.
export type { GuideLink, GuideStep } from './camunda/guides/types';
export type { Notice } from './camunda/notices/types';
export type {
  ByClient,
  ClientFacts,
  ClientKey,
  ClientType,
  ComponentClientKey,
  ComponentKey,
  EntraPlatform,
  GrantType,
  MachineClientKey,
  Note,
  NoteSeverity,
  ProviderType,
} from './camunda/types';
export type { CAMUNDA_VERSIONS, CamundaVersion } from './camunda/versions';
export type {
  Coverage,
  Finding,
  FindingResult,
  FindingSubject,
  ReportStatus,
} from './checks/types';
