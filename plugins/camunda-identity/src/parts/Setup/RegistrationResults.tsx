import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type {
  Connection,
  Registrations,
} from 'backstage-plugin-camunda-identity-common/client';
import { CopyableText } from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import { download } from '../code';
import part from '../part.module.css';

type Result = Registrations['items'][number];

/** What came of it, with what is shown this once: secrets and registration access tokens, as files to take along. */
export function RegistrationResults(props: {
  connection: Connection;
  results: readonly Result[];
  onDone(): void;
}) {
  const { connection, results, onDone } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const withSecret = results.filter(({ secret }) => secret !== undefined);
  const withToken = results.filter(
    ({ registrationAccessToken }) => registrationAccessToken !== undefined,
  );
  const open = results.filter(({ outcome }) =>
    ['failed', 'not-tried'].includes(outcome),
  );
  const titleOf = (key: string) =>
    connection.clients.find(client => client.key === key)?.title ?? key;

  const saveSecrets = async () => {
    const { secretManifest, setupApplications } = await import(
      'backstage-plugin-camunda-identity-common/setup'
    );
    const secrets = Object.fromEntries(
      withSecret.map(({ client, secret }) => [client, secret]),
    );
    download(
      `${connection.name}-secrets.json`,
      secretManifest(setupApplications(connection), secrets),
      'application/json',
    );
  };
  const saveTokens = () =>
    download(
      `${connection.name}-registrations.json`,
      `${JSON.stringify(
        withToken.map(
          ({
            client,
            clientId,
            registrationClientUri,
            registrationAccessToken,
          }) => ({
            client,
            clientId,
            registrationClientUri,
            registrationAccessToken,
          }),
        ),
        null,
        2,
      )}\n`,
      'application/json',
    );

  return (
    <div aria-live="polite" className={part.part}>
      <Alert
        icon
        status={open.length > 0 ? 'warning' : 'success'}
        title={
          open.length > 0
            ? t('registration.partly')
            : t('registration.all', { count: results.length })
        }
        description={open.length > 0 ? t('registration.partlyText') : undefined}
      />
      <table className={part.table}>
        <thead>
          <tr>
            <th scope="col">{t('registration.application')}</th>
            <th scope="col">{t('registration.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ client, outcome, clientId, message, changed }) => (
            <tr key={client}>
              <th scope="row">{titleOf(client)}</th>
              <td>
                {t(`registration.outcomes.${outcome}`)}{' '}
                {clientId && (
                  <CopyableText
                    text={clientId}
                    label={t('clients.copyClientId', {
                      title: titleOf(client),
                    })}
                  />
                )}
                {message && <p>{message}</p>}
                {changed && (
                  <p>
                    {t('registration.changed', { members: changed.join(', ') })}
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(withSecret.length > 0 || withToken.length > 0) && (
        <>
          <p>
            <strong>{t('registration.once')}</strong>
          </p>
          <div className={part.controls}>
            {withSecret.length > 0 && (
              <Button variant="secondary" onPress={saveSecrets}>
                {t('registration.saveSecrets')}
              </Button>
            )}
            {withToken.length > 0 && (
              <Button variant="secondary" onPress={saveTokens}>
                {t('registration.saveTokens')}
              </Button>
            )}
          </div>
        </>
      )}
      <div className={part.controls}>
        <Button onPress={onDone}>{t('registration.done')}</Button>
      </div>
    </div>
  );
}
