/**
 * The typed client of the HTTP API.
 *
 * @packageDocumentation
 */
export * from './api/client';
export * from './api/names';
export * from './api/types';
export type * from './checks/types';
export type * from './connections/types';

// Types that the exports above refer to.

// Types that the exports above refer to.
export type {
  AnswerOf,
  BodyOf,
  Operations,
  operationsOf,
} from './api/operations';
export type { Answer, OperationOptions } from './api/operations/types';
export type { OperationId, ROUTES } from './api/routes';
export type { ListQuery, listQuerySchema } from './api/schemas';
export type { MergePatch } from './api/types';
export type { ChartKeyChange, ChartKeyRule } from './camunda/chartKeys';
export type { OidcFeature } from './camunda/features';
export type { GrantTypeFacts } from './camunda/grants';
export type {
  Guide,
  GuideLink,
  GuideStep,
  Prerequisite,
} from './camunda/guides/types';
export type { registeredAuthentication } from './camunda/libraries';
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
export type { CATALOGUE, FindingCode } from './checks/catalogue';
export type {
  InitialClaimVerdict,
  LoginClaim,
  LoginOutcome,
} from './checks/login';
export type { ClientConfigKeys } from './config/clientKeys';
export type {
  ConfigComparison,
  ConfigDifference,
} from './config/compare/compareConfig';
export type {
  CONFIG_FORMATS,
  ConfigFile,
  ConfigFormat,
  ENV_STYLES,
  EnvStyle,
} from './config/types';
export type { UpgradeProposal } from './config/upgrade/proposeUpgrade';
export type {
  ValuesChange,
  ValuesQuestion,
  ValuesUpgrade,
} from './config/upgrade/types';
export type {
  createConnectionSchema,
  createDraftSchema,
  createNewConnectionSchema,
} from './connections/schema';
export type {
  ProviderPreset,
  ProviderPresetAnswer,
  createPresetsSchema,
} from './providers/presets';
export type { Discovered } from './providers/schema';
export type {
  ApplicationKind,
  ProviderSetup,
  SETUP_PRODUCTS,
  SetupApplication,
  SetupProduct,
  SetupStep,
  SetupValue,
} from './providers/setup/types';
export type { ProviderSummary } from './providers/summary';
