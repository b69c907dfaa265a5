import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox, PasswordField, Text } from '@backstage/ui';
import type {
  ClientKey,
  Registrations,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  Failure,
} from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { mayChange } from '../../connection/mayChange';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { isAwaited } from './isAwaited';
import { RegistrationResults } from './RegistrationResults';
import { registersClients } from './setupOf';

type Props = Pick<PartProps, 'connection' | 'onChange'>;

/** Lets the portal register the applications, where the provider has dynamic registration (RFC 7591). */
export function Registration({ connection, onChange }: Props) {
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [token, setToken] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<ClientKey>>(
    () =>
      new Set(
        connection.clients
          .filter(({ clientId }) => isAwaited(clientId))
          .map(({ key }) => key),
      ),
  );
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [results, setResults] = useState<Registrations['items']>();
  if (!registersClients(connection) || !mayChange(connection)) return null;

  const choose = (key: ClientKey, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  };

  const register = async () => {
    setBusy(true);
    setError(undefined);
    const clients = connection.clients.filter(({ key }) => chosen.has(key));
    try {
      const { items } = await api.registerApplications(connection.id, {
        ...(token ? { initialAccessToken: token } : {}),
        clients: clients.map(({ key }) => key),
        replaces: Object.fromEntries(
          clients
            .filter(({ clientId }) => !isAwaited(clientId))
            .map(({ key, clientId }) => [key, clientId]),
        ),
        handOut: true,
      });
      setResults(items);
      setToken('');
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-label={t('registration.title')} className={part.part}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('registration.title')}
      </Text>
      <p className={part.soft}>{t('registration.text')}</p>
      {results ? (
        <RegistrationResults
          connection={connection}
          results={results}
          // The record is read anew only now: what is shown here cannot be asked for again.
          onDone={() => {
            setResults(undefined);
            setChosen(
              new Set(
                results
                  .filter(({ clientId }) => clientId === undefined)
                  .map(({ client }) => client),
              ),
            );
            onChange();
          }}
        />
      ) : (
        <>
          <ul className={part.findings} aria-label={t('registration.which')}>
            {connection.clients.map(({ key, title, clientId }) => (
              <li key={key}>
                <Checkbox
                  isSelected={chosen.has(key)}
                  onChange={on => choose(key, on)}
                >
                  {title}
                </Checkbox>
                {!isAwaited(clientId) && (
                  <span className={part.soft}>
                    {t('registration.replaces', { clientId })}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <PasswordField
            label={t('registration.token')}
            description={t('registration.tokenHint')}
            value={token}
            onChange={setToken}
            autoComplete="off"
          />
          <div className={part.controls}>
            <Button
              isDisabled={chosen.size === 0 || isBusy}
              loading={isBusy}
              onPress={register}
            >
              {t('registration.register', { count: chosen.size })}
            </Button>
          </div>
        </>
      )}
      {error && <Failure title={t('registration.failed')} error={error} />}
    </section>
  );
}
