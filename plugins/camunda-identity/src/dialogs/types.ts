import type { Connection } from 'backstage-plugin-camunda-identity-common/client';

/** What is done with a record in a dialog. */
export type RecordDialogKind =
  | 'claim-edit'
  | 'claim-set'
  | 'claim-change'
  | 'claim-reset'
  | 'delete';

/** What each dialog gets. */
export interface RecordDialogProps {
  connection: Connection;
  onClose(): void;
  /** It has worked. */
  onDone(): void;
}
