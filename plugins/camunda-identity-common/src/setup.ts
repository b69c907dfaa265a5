/**
 * Writing what has to exist at the provider: steps, scripts, Terraform, work order.
 *
 * @packageDocumentation
 */
export * from './providers/setup';

// Types that the exports above refer to.

// Types that the exports above refer to.
export type { registeredAuthentication } from './camunda/libraries';
export type {
  ClientKey,
  ClientType,
  ComponentClientKey,
  GrantType,
  MachineClientKey,
  ProviderType,
} from './camunda/types';
export type { CAMUNDA_VERSIONS, CamundaVersion } from './camunda/versions';
export type { Finding, FindingResult, FindingSubject } from './checks/types';
export type { ConfigFile } from './config/types';
export type { Components, componentsSchema } from './connections/components';
export type {
  MachineClient,
  machineClientSchema,
} from './connections/machineClients';
export type { MicrosoftCloud } from './providers/microsoft';
export type { Explanation } from './providers/profiles/explanation';
export type {
  AdminTopic,
  ClusterClaims,
  ProviderProfile,
  SupportedList,
  UnusableIssuer,
} from './providers/profiles/types';
export type { ProviderContext } from './providers/resolve';
export type { Provider, createProviderSchema } from './providers/schema';
