/**
 * The OpenAPI document of the HTTP API and the schemas it is made from; pulls in zod.
 *
 * @packageDocumentation
 */
export * from './api/openapi/createOpenApiDocument';
export * from './api/operations';
export * from './api/routes';
export * as answers from './api/openapi/answers';

// Types that the ones above name.
export type {
  CamundaFacts,
  ConfigAnswer,
  ConnectionPage,
  ConnectionSummaryPage,
  InitialClaimChange,
  LoginTest,
  LoginTestResult,
  ProviderSetupAnswer,
  Registrations,
  ReportPage,
} from './api/types';
export type { ByClient } from './camunda/types';
export type { FindingDescription, Report } from './checks/types';
export type { ConfigComparison } from './config/compare/compareConfig';
export type { UpgradeProposal } from './config/upgrade/proposeUpgrade';
export type { ValuesUpgrade } from './config/upgrade/types';
export type { Connection } from './connections/types';
export type { ProviderPresetAnswer } from './providers/presets';
