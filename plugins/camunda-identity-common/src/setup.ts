/**
 * Writing what has to exist at the provider: steps, scripts, Terraform, work order.
 *
 * @packageDocumentation
 */
export * from './providers/setup';

// Types that the ones above name.
export type { registeredAuthentication } from './camunda/libraries';
export type { ClientKey, ClientType, GrantType } from './camunda/types';
export type { CamundaVersion } from './camunda/versions';
export type { Finding } from './checks/types';
export type { ConfigFile } from './config/types';
export type { Components } from './connections/components';
export type { MachineClient } from './connections/machineClients';
export type { ProviderContext } from './providers/resolve';
export type { Provider } from './providers/schema';
