import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  ChangeClaimDialog,
  EditClaimDialog,
  ResetClaimDialog,
  SetClaimDialog,
} from './ClaimDialogs';
import { DeleteDialog } from './DeleteDialog';
import type { RecordDialogKind } from './index';

/** What each dialog gets. */
export interface RecordDialogProps {
  connection: Connection;
  onClose(): void;
  /** It has worked. */
  onDone(): void;
}

const DIALOGS = {
  'claim-edit': EditClaimDialog,
  'claim-set': SetClaimDialog,
  'claim-change': ChangeClaimDialog,
  'claim-reset': ResetClaimDialog,
  delete: DeleteDialog,
};

/** The dialog of one kind. */
export function RecordDialog(
  props: RecordDialogProps & { kind: RecordDialogKind },
) {
  const { kind, ...rest } = props;
  const Component = DIALOGS[kind];
  return <Component {...rest} />;
}
