import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { camundaIdentityApiRef } from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { titleOf } from '../connection/mayChange';
import { camundaIdentityTranslationRef } from '../translation';
import { ActionDialog } from './ActionDialog';
import type { RecordDialogProps } from './types';

/** Deletes a record, after its name was typed. */
export function DeleteDialog(props: RecordDialogProps) {
  const { connection, onClose, onDone } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [name, setName] = useState('');
  return (
    <ActionDialog
      title={t('delete.title', { title: titleOf(connection) })}
      confirm={t('delete.confirm')}
      done={t('delete.done', { title: titleOf(connection) })}
      destructive
      isDisabled={name.trim() !== connection.name}
      onClose={onClose}
      act={async () => {
        await api.deleteConnection(connection.id, connection.etag);
        onDone();
      }}
    >
      <p>{t('delete.text')}</p>
      <TextField
        label={t('delete.name', { name: connection.name })}
        value={name}
        onChange={setName}
      />
    </ActionDialog>
  );
}
