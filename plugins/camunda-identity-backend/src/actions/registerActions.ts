import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerCheckConnection } from './checkConnection';
import { registerCheckProvider } from './checkProvider';
import { registerCompareConfig } from './compareConfig';
import { registerCreateConnection } from './createConnection';
import { registerExplainFinding } from './explainFinding';
import { registerGetConnection } from './getConnection';
import { registerGetReport } from './getReport';
import { registerListConnections } from './listConnections';
import { registerListFindings } from './listFindings';
import { registerProviderSetup } from './providerSetup';
import { registerUpdateConnection } from './updateConnection';
import { registerUpgradeValues } from './upgradeValues';
import type { ActionServices } from './types';
import { registerWriteConfig } from './writeConfig';

/** Registers the API's operations as actions for tools: MCP clients, the command line, templates. */
export function registerActions(
  registry: ActionsRegistryService,
  services: ActionServices,
) {
  registerListConnections(registry, services);
  registerGetConnection(registry, services);
  registerCheckConnection(registry, services);
  registerWriteConfig(registry, services);
  registerExplainFinding(registry, services);
  registerListFindings(registry, services);
  registerGetReport(registry, services);
  registerCheckProvider(registry, services);
  registerCompareConfig(registry, services);
  registerUpgradeValues(registry, services);
  registerProviderSetup(registry, services);
  registerCreateConnection(registry, services);
  registerUpdateConnection(registry, services);
}
