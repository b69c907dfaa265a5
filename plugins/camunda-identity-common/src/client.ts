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

// Types that the ones above name.
export type { Operations } from './api/operations';
export type { Answer } from './api/operations/types';
export type { OperationId } from './api/routes';
export type { ListQuery } from './api/schemas';
export type { MergePatch } from './api/types';
export type { ChartKeyRule } from './camunda/chartKeys';
export type { OidcFeature } from './camunda/features';
export type { GrantTypeFacts } from './camunda/grants';
export type { Guide, Prerequisite } from './camunda/guides/types';
export type { Notice } from './camunda/notices/types';
export type {
  ClientFacts,
  ClientType,
  ComponentClientKey,
  EntraPlatform,
  GrantType,
  MachineClientKey,
  Note,
} from './camunda/types';
export type { CamundaVersion } from './camunda/versions';
export type { CATALOGUE } from './checks/catalogue';
export type { LoginOutcome } from './checks/login';
export type { ClientConfigKeys } from './config/clientKeys';
export type { ConfigComparison } from './config/compare/compareConfig';
export type { ConfigFile, ConfigFormat, EnvStyle } from './config/types';
export type { UpgradeProposal } from './config/upgrade/proposeUpgrade';
export type { ValuesUpgrade } from './config/upgrade/types';
export type {
  createConnectionSchema,
  createDraftSchema,
  createNewConnectionSchema,
} from './connections/schema';
export type { createPresetsSchema } from './providers/presets';
export type { Discovered } from './providers/schema';
export type { ProviderSetup, SetupProduct } from './providers/setup/types';
