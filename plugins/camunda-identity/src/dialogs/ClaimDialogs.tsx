import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, TextAreaField, TextField } from '@backstage/ui';
import {
  camundaIdentityApiRef,
  useRequired,
} from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { camundaIdentityTranslationRef } from '../translation';
import { ActionDialog } from './ActionDialog';
import { ClaimFields, useClaimFields } from './ClaimFields';
import styles from './dialogs.module.css';
import type { RecordDialogProps } from './types';

/** Corrects the claim as long as it is not marked as applied. */
export function EditClaimDialog(props: RecordDialogProps) {
  const { connection, onClose, onDone } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const fields = useClaimFields(connection);
  return (
    <ActionDialog
      title={t('claimDialog.edit')}
      confirm={t('dialog.save')}
      done={t('claimDialog.edited')}
      isDisabled={!fields.complete}
      onClose={onClose}
      act={async () => {
        const { name, value } = fields;
        await api.updateConnection(connection.id, connection.etag, {
          initialClaim: { name, value },
        });
        onDone();
      }}
    >
      <p className={styles.warning}>{t('claim.text')}</p>
      <ClaimFields fields={fields} connection={connection} />
    </ActionDialog>
  );
}

/** Camunda has started with it: from now on only the database changes it. */
export function SetClaimDialog(props: RecordDialogProps) {
  const { connection, onClose, onDone } = props;
  const { name, value } = connection.initialClaim;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <ActionDialog
      title={t('claimDialog.set')}
      confirm={t('claim.markApplied')}
      done={t('claimDialog.setDone')}
      onClose={onClose}
      act={async () => {
        await api.setInitialClaim(connection.id);
        onDone();
      }}
    >
      <p>
        <code>
          {name} = {value}
        </code>
      </p>
      <p>{t('claimDialog.setText')}</p>
      <p className={styles.warning}>{t('claim.text')}</p>
    </ActionDialog>
  );
}

/** Records what somebody has changed in Camunda's database. */
export function ChangeClaimDialog(props: RecordDialogProps) {
  const { connection, onClose, onDone } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const required = useRequired();
  const fields = useClaimFields(connection);
  const [reason, setReason] = useState('');
  const [changed, setChanged] = useState(false);
  return (
    <ActionDialog
      title={t('claim.recordChange')}
      confirm={t('claimDialog.record')}
      done={t('claimDialog.recorded')}
      isDisabled={!fields.complete || !reason.trim() || !changed}
      onClose={onClose}
      act={async () => {
        const { name, value } = fields;
        await api.changeInitialClaim(connection.id, {
          name,
          value,
          changedInDatabase: true,
          reason: reason.trim(),
        });
        onDone();
      }}
    >
      <p className={styles.warning}>{t('claimDialog.changeText')}</p>
      <ClaimFields fields={fields} connection={connection} />
      <TextAreaField
        label={t('claimDialog.reason')}
        {...required}
        value={reason}
        onChange={setReason}
        rows={2}
      />
      <Checkbox isSelected={changed} onChange={setChanged}>
        {t('claimDialog.changedInDatabase')}
      </Checkbox>
    </ActionDialog>
  );
}

/** Camunda begins anew with an empty database: the claim can be edited again. */
export function ResetClaimDialog(props: RecordDialogProps) {
  const { connection, onClose, onDone } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const required = useRequired();
  const [reason, setReason] = useState('');
  const [recreated, setRecreated] = useState(false);
  return (
    <ActionDialog
      title={t('claim.reset')}
      confirm={t('claimDialog.resetConfirm')}
      done={t('claimDialog.resetDone')}
      isDisabled={!reason.trim() || !recreated}
      onClose={onClose}
      act={async () => {
        await api.resetInitialClaim(connection.id, {
          databaseRecreated: true,
          reason: reason.trim(),
        });
        onDone();
      }}
    >
      <p className={styles.warning}>{t('claimDialog.resetText')}</p>
      <TextField
        label={t('claimDialog.reason')}
        {...required}
        value={reason}
        onChange={setReason}
      />
      <Checkbox isSelected={recreated} onChange={setRecreated}>
        {t('claimDialog.databaseRecreated')}
      </Checkbox>
    </ActionDialog>
  );
}
