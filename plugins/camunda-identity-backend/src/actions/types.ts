import type { ProviderContext } from 'backstage-plugin-camunda-identity-common';
import type { Audit } from '../audit/Audit';
import type { Checks } from '../checks/AuthorizedChecksService';
import type { ConnectionsService } from '../connections/ConnectionsService';

/** What actions call; both decide who may. */
export interface ActionServices {
  audit: Audit;
  connections: ConnectionsService;
  checks: Checks;
  providers: ProviderContext;
}
