import type { ProviderContext } from 'backstage-plugin-camunda-identity-common';
import type { Checks } from '../checks/AuthorizedChecksService';
import type { ConnectionsService } from '../connections/ConnectionsService';

/** What actions call; both decide who may. */
export interface ActionServices {
  connections: ConnectionsService;
  checks: Checks;
  providers: ProviderContext;
}
