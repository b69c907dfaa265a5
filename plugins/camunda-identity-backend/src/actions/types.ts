import type {
  FindingDescription,
  ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import type { Audit } from '../audit/Audit';
import type { Checks } from '../checks/ChecksService';
import type { ConnectionRef } from '../input/ConnectionRef';
import type { CallerResolver } from '../access/CallerResolver';
import type { FilesService } from '../files/FilesService';
import type { ConnectionsService } from '../connections/ConnectionsService';

/** The services behind actions; connections and checks authorize. */
export interface ActionServices {
  audit: Audit;
  callers: CallerResolver;
  connections: ConnectionsService<ConnectionRef>;
  checks: Checks<ConnectionRef>;
  files: FilesService;
  providers: ProviderContext;
  /** The catalogue, with the codes of other modules. */
  findings: readonly FindingDescription[];
}
