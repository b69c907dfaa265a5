import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import type { RecordDialogKind } from '../dialogs';
import type { ConnectionCheck } from '../hooks';

/** What every part of a connection's page gets. */
export interface PartProps {
  connection: Connection;
  /** What follows the part in the address, such as the id of a report. */
  rest?: string;
  check: ConnectionCheck;
  openDialog(kind: RecordDialogKind): void;
  /** The record has changed. */
  onChange(): void;
}
