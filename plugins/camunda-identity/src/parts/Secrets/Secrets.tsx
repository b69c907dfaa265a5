import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { RelativeTime } from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { mayChange } from '../../connection/mayChange';
import { useOwnerTitle } from '../../connection/useOwnerTitle';
import { useSecretTest } from '../../dialogs/useSecretTest';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { SecretDialog, type SecretAction } from './SecretDialogs';
import { secretOf, type SecretView } from './secretOf';

type Client = Connection['clients'][number];

function Place(props: { secret?: SecretView }) {
  const { secret } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  if (secret?.kubernetesSecret)
    return (
      <>
        {t('secrets.kubernetes')}{' '}
        <code>
          {secret.kubernetesSecret.name}/{secret.kubernetesSecret.key}
        </code>
      </>
    );
  if (secret?.env)
    return (
      <>
        {t('secrets.env')} <code>{secret.env.name}</code>
      </>
    );
  return <>{secret?.stored ? t('secrets.here') : t('secrets.none')}</>;
}

function Stored(props: { secret?: SecretView }) {
  const { secret } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  if (!secret?.stored || !secret.setAt)
    return <span className={part.soft}>{t('secrets.notStored')}</span>;
  return (
    <>
      {t('secrets.since')} <RelativeTime at={secret.setAt} />
      {secret.next && (
        <div>
          {t('secrets.nextSince')} <RelativeTime at={secret.next.setAt} />
        </div>
      )}
    </>
  );
}

/** Secrets of a connection: where each is, when it expires, what is stored; never a value. */
export function Secrets(props: PartProps) {
  const { connection, check, onChange } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const owner = useOwnerTitle(connection.owner);
  const secretTest = useSecretTest(check.start);
  const [action, setAction] = useState<{
    kind: SecretAction;
    client: Client;
  }>();
  const allowed = mayChange(connection);
  const clients = connection.clients.filter(
    ({ clientType }) => clientType === 'confidential',
  );
  const button = (
    client: Client,
    text: string,
    label: string,
    act: () => void,
  ) => (
    <Button
      size="small"
      variant="tertiary"
      isDisabled={!allowed}
      aria-label={`${label}: ${client.title}`}
      onPress={act}
    >
      {text}
    </Button>
  );
  return (
    <div className={part.part}>
      <p>{t('secrets.text')}</p>
      {!allowed && <p>{t('may.notOwner', { owner })}</p>}
      <table className={part.table}>
        <thead>
          <tr>
            <th scope="col">{t('clients.application')}</th>
            <th scope="col">{t('secrets.place')}</th>
            <th scope="col">{t('secrets.stored')}</th>
            <th scope="col">{t('secrets.expires')}</th>
            <th scope="col">{t('secrets.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {clients.map(client => {
            const secret = secretOf(connection, client.key);
            const open = (kind: SecretAction) => () =>
              setAction({ kind, client });
            return (
              <tr key={client.key}>
                <th scope="row">
                  {client.title}
                  <div className={part.small}>{client.clientId}</div>
                </th>
                <td data-label={t('secrets.place')}>
                  <Place secret={secret} />
                </td>
                <td data-label={t('secrets.stored')}>
                  <Stored secret={secret} />
                </td>
                <td data-label={t('secrets.expires')}>
                  {secret?.expiresAt ? (
                    <RelativeTime at={secret.expiresAt} />
                  ) : (
                    <span className={part.soft}>{t('secrets.noDate')}</span>
                  )}
                </td>
                <td>
                  <div className={part.rowActions}>
                    {button(
                      client,
                      t('clients.testOnce'),
                      t('clients.testOnce'),
                      () => secretTest.open(client),
                    )}
                    {button(
                      client,
                      secret?.stored
                        ? t('secrets.replace')
                        : t('secrets.store'),
                      secret?.stored
                        ? t('secrets.replace')
                        : t('secrets.store'),
                      open('store'),
                    )}
                    {secret?.stored &&
                      button(
                        client,
                        t('secrets.storeNext'),
                        t('secrets.storeNext'),
                        open('store-next'),
                      )}
                    {secret?.next &&
                      button(
                        client,
                        t('secrets.promote'),
                        t('secrets.promote'),
                        open('promote'),
                      )}
                    {secret?.stored &&
                      button(
                        client,
                        t('secrets.remove'),
                        t('secrets.remove'),
                        open('remove'),
                      )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {clients.length === 0 && <p>{t('secrets.noClients')}</p>}
      <Text as="p" color="secondary">
        {t('secrets.binding')}
      </Text>
      {action && (
        <SecretDialog
          key={`${action.kind} ${action.client.key}`}
          kind={action.kind}
          connection={connection}
          client={action.client}
          onClose={() => setAction(undefined)}
          onDone={onChange}
        />
      )}
      {secretTest.dialog}
    </div>
  );
}
