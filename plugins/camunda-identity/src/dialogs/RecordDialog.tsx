import {
  ChangeClaimDialog,
  EditClaimDialog,
  ResetClaimDialog,
  SetClaimDialog,
} from './ClaimDialogs';
import { DeleteDialog } from './DeleteDialog';
import type { RecordDialogKind, RecordDialogProps } from './types';

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
