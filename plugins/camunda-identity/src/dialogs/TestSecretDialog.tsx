import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PasswordField } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { useState } from 'react';
import { camundaIdentityTranslationRef } from '../translation';
import { ActionDialog } from './ActionDialog';

/** Asks for a secret that is sent along with one check only. */
export function TestSecretDialog(props: {
  client: Connection['clients'][number];
  onTest(secret: string): void;
  onClose(): void;
}) {
  const { client, onTest, onClose } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [secret, setSecret] = useState('');
  return (
    <ActionDialog
      title={t('secretTest.title', { title: client.title })}
      confirm={t('secretTest.confirm')}
      isDisabled={secret === ''}
      onClose={onClose}
      act={async () => onTest(secret)}
    >
      <p>{t('secretTest.text', { clientId: client.clientId })}</p>
      <PasswordField
        label={t('secretTest.secret')}
        value={secret}
        onChange={setSecret}
        autoComplete="off"
      />
    </ActionDialog>
  );
}
