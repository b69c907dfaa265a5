import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { PasswordField, TextField } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  useRequired,
} from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { ActionDialog } from '../../dialogs/ActionDialog';
import { camundaIdentityTranslationRef } from '../../translation';

/** What is done with a stored secret. */
export type SecretAction = 'store' | 'store-next' | 'promote' | 'remove';

interface Props {
  kind: SecretAction;
  connection: Connection;
  client: Connection['clients'][number];
  onClose(): void;
  onDone(): void;
}

/** Stores a secret, in one of two slots; it is never shown again. */
function StoreDialog(props: Props) {
  const { kind, connection, client, onClose, onDone } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const required = useRequired();
  const [value, setValue] = useState('');
  const [expires, setExpires] = useState('');
  const date = expires ? new Date(`${expires}T00:00:00Z`) : undefined;
  const badDate = date !== undefined && Number.isNaN(date.getTime());
  return (
    <ActionDialog
      title={t(
        kind === 'store-next' ? 'secretDialog.next' : 'secretDialog.store',
        { title: client.title },
      )}
      confirm={t('secretDialog.confirm')}
      done={t('secretDialog.done')}
      isDisabled={value === '' || badDate}
      onClose={onClose}
      act={async () => {
        await api.putSecret(connection.id, client.key, {
          value,
          expiresAt: date?.toISOString(),
          slot: kind === 'store-next' ? 'next' : 'current',
        });
        onDone();
      }}
    >
      <p>{t('secretDialog.text')}</p>
      <PasswordField
        label={t('secretTest.secret')}
        {...required}
        value={value}
        onChange={setValue}
        autoComplete="off"
      />
      <TextField
        label={t('secretDialog.expires')}
        description={t('secretDialog.expiresHint')}
        value={expires}
        onChange={setExpires}
        isInvalid={badDate}
      />
    </ActionDialog>
  );
}

/** Makes the next secret the current one, or deletes what is stored. */
function ConfirmDialog(props: Props) {
  const { kind, connection, client, onClose, onDone } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const promote = kind === 'promote';
  return (
    <ActionDialog
      title={t(promote ? 'secretDialog.promote' : 'secretDialog.remove', {
        title: client.title,
      })}
      confirm={t(promote ? 'secrets.promote' : 'secrets.remove')}
      done={t(promote ? 'secretDialog.promoted' : 'secretDialog.removed')}
      destructive={!promote}
      onClose={onClose}
      act={async () => {
        if (promote) await api.promoteSecret(connection.id, client.key);
        else await api.deleteSecret(connection.id, client.key);
        onDone();
      }}
    >
      <p>
        {t(promote ? 'secretDialog.promoteText' : 'secretDialog.removeText')}
      </p>
    </ActionDialog>
  );
}

/** The dialog of an action on a stored secret. */
export function SecretDialog(props: Props) {
  return props.kind.startsWith('store') ? (
    <StoreDialog {...props} />
  ) : (
    <ConfirmDialog {...props} />
  );
}
