/**
 * The record's schema and the functions over it; pulls in zod.
 *
 * @packageDocumentation
 */
export * from './connections';
export * from './providers';

// Types that the ones above name.
export type { GuideLink, GuideStep } from './camunda/guides/types';
export type { Notice } from './camunda/notices/types';
export type {
  ByClient,
  ClientFacts,
  ClientKey,
  ClientType,
  EntraPlatform,
  GrantType,
  Note,
  ProviderType,
} from './camunda/types';
export type { CamundaVersion } from './camunda/versions';
export type { Coverage, Finding, ReportStatus } from './checks/types';
