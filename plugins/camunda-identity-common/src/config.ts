/**
 * Writing configuration from a record; pulls in a YAML library.
 *
 * @packageDocumentation
 */
export * from './config/index';

// Types that the exports above refer to.
export type { ChartKeyChange } from './camunda/chartKeys';
export type {
  ClientKey,
  ComponentClientKey,
  MachineClientKey,
  ProviderType,
} from './camunda/types';
export type { CAMUNDA_VERSIONS, CamundaVersion } from './camunda/versions';
export type { Finding, FindingResult, FindingSubject } from './checks/types';
export type { Components, componentsSchema } from './connections/components';
export type {
  MachineClient,
  machineClientSchema,
} from './connections/machineClients';
export type { createConnectionSchema } from './connections/schema';
export type { ConnectionInput } from './connections/types';
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
export type {
  Discovered,
  Provider,
  createProviderSchema,
} from './providers/schema';
