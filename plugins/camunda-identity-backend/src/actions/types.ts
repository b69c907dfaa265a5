import type {
  FindingDefinition,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { Audit } from '../audit/Audit';
import type { Checks } from '../access/AuthorizedChecksService';
import type { CallerResolver } from '../access/CallerResolver';
import type { ConnectionsService } from '../connections/ConnectionsService';

/** What actions call; connections and checks decide who may. */
export interface ActionServices {
  audit: Audit;
  callers: CallerResolver;
  connections: ConnectionsService;
  checks: Checks;
  providers: ProviderContext;
  /** The catalogue, with the codes of other modules. */
  findings: readonly FindingDefinition[];
}
