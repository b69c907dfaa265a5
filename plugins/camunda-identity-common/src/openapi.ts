/**
 * The OpenAPI document of the HTTP API and the schemas it is made from; pulls in zod.
 *
 * @packageDocumentation
 */
export * from './api/openapi/createOpenApiDocument';
export * from './api/operations';
export * from './api/routes';
export * as answers from './api/openapi/answers';

// Types that the exports above refer to.

// Types that the exports above refer to.
export type {
  CamundaFacts,
  ConfigAnswer,
  ConnectionPage,
  ConnectionSummary,
  ConnectionSummaryPage,
  InitialClaimChange,
  LoginTest,
  LoginTestResult,
  Page,
  ProviderSetupAnswer,
  RegistrationResult,
  Registrations,
  ReportPage,
} from './api/types';
export type { ChartKeyChange, ChartKeyRule } from './camunda/chartKeys';
export type { OidcFeature } from './camunda/features';
export type { GrantTypeFacts } from './camunda/grants';
export type {
  Guide,
  GuideLink,
  GuideStep,
  Prerequisite,
} from './camunda/guides/types';
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
export type { CamundaVersion } from './camunda/versions';
export type {
  InitialClaimVerdict,
  LoginClaim,
  LoginOutcome,
} from './checks/login';
export type {
  Coverage,
  Finding,
  FindingDescription,
  FindingResult,
  FindingSubject,
  Report,
  ReportHeader,
  ReportStatus,
  ReportSummary,
  ReportTrigger,
} from './checks/types';
export type { ClientConfigKeys } from './config/clientKeys';
export type {
  ConfigComparison,
  ConfigDifference,
} from './config/compare/compareConfig';
export type { ConfigFile } from './config/types';
export type { UpgradeProposal } from './config/upgrade/proposeUpgrade';
export type {
  ValuesChange,
  ValuesQuestion,
  ValuesUpgrade,
} from './config/upgrade/types';
export type { createConnectionSchema } from './connections/schema';
export type {
  Connection,
  ConnectionClient,
  ConnectionHealth,
  ConnectionInput,
  HealthEntry,
  InitialClaim,
  InitialClaimState,
  Verified,
} from './connections/types';
export type {
  ProviderPreset,
  ProviderPresetAnswer,
  createPresetsSchema,
} from './providers/presets';
export type { Discovered } from './providers/schema';
export type {
  ProviderSetup,
  SetupApplication,
  SetupStep,
} from './providers/setup/types';
export type { ProviderSummary } from './providers/summary';
