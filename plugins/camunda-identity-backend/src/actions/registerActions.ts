import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerCheckConnection } from './checkConnection';
import { registerExplainFinding } from './explainFinding';
import { registerGetConnection } from './getConnection';
import { registerListConnections } from './listConnections';
import type { ActionServices } from './types';
import { registerWriteConfig } from './writeConfig';

/** Offers what the API can do to tools: MCP clients, the command line, templates. */
export function registerActions(
  registry: ActionsRegistryService,
  services: ActionServices,
) {
  registerListConnections(registry, services);
  registerGetConnection(registry, services);
  registerCheckConnection(registry, services);
  registerWriteConfig(registry, services);
  registerExplainFinding(registry, services);
}
