/**
 * Writing configuration from a record; pulls in a YAML library.
 *
 * @packageDocumentation
 */
export * from './config/index';

// Types that the ones above name.
export type { ChartKeyChange } from './camunda/chartKeys';
export type { ClientKey } from './camunda/types';
export type { CamundaVersion } from './camunda/versions';
export type { Finding } from './checks/types';
export type { Components } from './connections/components';
export type { MachineClient } from './connections/machineClients';
export type { ConnectionInput } from './connections/types';
export type { ClusterClaims } from './providers/profiles/types';
export type { ProviderContext } from './providers/resolve';
export type { Discovered, Provider } from './providers/schema';
